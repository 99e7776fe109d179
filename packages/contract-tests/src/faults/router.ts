import type { Spec } from "../engine/index.ts";
import type { Incoming } from "./fault.ts";

type Found = Pick<Incoming, "operation" | "path" | "parameters">;

/** Which operation a request is about, whatever path the server itself is under. */
export function createRouter(spec: Spec): (method: string, pathname: string) => Found {
  const paths = [...Map.groupBy(spec.operations, ({ path }) => path)].map(([path, operations]) => {
    return { path, operations, names: namesIn(path), pattern: patternOf(path, spec.prefixes) };
  });
  // As OpenAPI 3.1, 4.8.8.1 has it: a concrete path before one with parameters.
  paths.sort((left, right) => left.names.length - right.names.length);
  return (method, pathname) => {
    const address = decoded(pathname);
    for (const { path, operations, names, pattern } of paths) {
      const values = pattern.exec(address)?.slice(1);
      if (!values) continue;
      const operation = operations.find((each) => each.method === method);
      const parameters = Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
      return { operation, path, parameters };
    }
    return { operation: undefined, path: undefined, parameters: {} };
  };
}

/** The address of an operation with these parameters in place of those that the URL has. */
export function readdressed(request: Incoming, parameters: Readonly<Record<string, string>>): URL {
  const { path = "", url } = request;
  const filled = fill(path, request.parameters);
  const start = decoded(url.pathname).length - filled.length;
  const to = new URL(url);
  to.pathname = decoded(url.pathname).slice(0, start) + encoded(fill(path, parameters));
  return to;
}

function fill(path: string, parameters: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => parameters[name] ?? "");
}

function encoded(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/").replaceAll("%40", "@");
}

function namesIn(path: string): string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
}

function patternOf(path: string, prefixes: readonly string[]): RegExp {
  const segments = path.split(/\{[^}]+\}/).map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const known = prefixes.map((prefix) => prefix.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return new RegExp(`^(?:${known})${segments.join("([^/]*)")}$`);
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
