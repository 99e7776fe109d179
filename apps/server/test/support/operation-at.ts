import type { OperationId } from "@fluxer-oauth2/contract";
import { operationTable } from "@fluxer-oauth2/contract/operations";

const PLACES = (Object.keys(operationTable) as OperationId[])
  .map((id) => {
    const { method, path } = operationTable[id];
    const source = path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+");
    return { id, method: method.toUpperCase(), path, pattern: new RegExp(`^${source}$`) };
  })
  // A concrete path goes before a template that fits it as well, and takes its own methods only.
  .sort((a, b) => Number(a.path.includes("{")) - Number(b.path.includes("{")));

/** The operation that a request to this path is for, said without a look at the server. */
export function operationAt(method: string, pathname: string): OperationId | undefined {
  const path = pathOf(pathname);
  const fitting = PLACES.filter(({ pattern }) => pattern.test(path));
  const asked = method === "HEAD" ? "GET" : method;
  return fitting.find((place) => place.path === fitting[0]?.path && place.method === asked)?.id;
}

/** The path without what may be written in two ways. */
export function pathOf(pathname: string): string {
  const rooted = pathname.startsWith("/v1/") ? pathname.slice(3) : pathname;
  return rooted.replaceAll("%40", "@");
}
