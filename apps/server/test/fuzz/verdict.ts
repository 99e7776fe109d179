import type { OperationId } from "@fluxer-oauth2/contract";
import { operationTable } from "@fluxer-oauth2/contract/operations";
import { routes } from "@fluxer-oauth2/contract/routes";
import { ApiError } from "@fluxer-oauth2/contract/schemas";
import type { RouteConfig } from "@hono/zod-openapi";
import { z } from "zod";
import { PAGE_ROUTES } from "../../src/http/pages/mount.ts";

/** What an answer is held against: its status, media type and body. */
type Documented = {
  readonly status: number;
  readonly media: string | undefined;
  readonly schema: z.ZodType | undefined;
};
type Answer = { readonly status: number; readonly headers: Headers; readonly text: string };
type Place = { readonly method: string; readonly pattern: RegExp; readonly answers: readonly Documented[] };

const JSON_MEDIA = "application/json";
const PAGE_STATUSES = [200, 303, 400, 403, 404, 413, 415];
const OTHERS = ["GET /openapi.json", "GET /healthz", "GET /readyz"];

// A concrete path goes before a template that fits it as well.
const OPERATIONS = (Object.keys(operationTable) as OperationId[])
  .map(placeOf)
  .sort((a, b) => Number(a.pattern.source.includes("+")) - Number(b.pattern.source.includes("+")));
const PAGES = PAGE_ROUTES.map((route) =>
  plain(route, route.includes("/assets/") ? [ok("text/css")] : PAGE_STATUSES.map((status) => page(status))),
);
const PLACES: readonly Place[] = [
  ...OPERATIONS,
  ...PAGES,
  ...OTHERS.map((route) => plain(route, [ok(JSON_MEDIA)])),
];
const ELSEWHERE: readonly Documented[] = [404, 405].map((status) => ({
  status,
  media: JSON_MEDIA,
  schema: ApiError,
}));

/** What is wrong with the answer to a request that was made to this path; undefined when nothing is. */
export function faultOf(method: string, pathname: string, answer: Answer): string | undefined {
  const { status, headers, text } = answer;
  const documented = answersAt(method, pathname).find((each) => each.status === status);
  if (documented === undefined) return `${status} is not documented: ${text.slice(0, 300)}`;
  if (headers.get("x-content-type-options") !== "nosniff") return "no nosniff";
  if (!headers.get("x-request-id")) return "no request id";
  const media = headers.get("content-type")?.split(";")[0];
  if (media !== documented.media && text !== "") return `${status} is ${media}, not ${documented.media}`;
  return method === "HEAD" ? bodyless(text) : bodyFault(documented, text);
}

function bodyless(text: string): string | undefined {
  return text === "" ? undefined : "a body where there is none";
}

function bodyFault({ status, media, schema }: Documented, text: string): string | undefined {
  if (media === undefined) return bodyless(text);
  if (media === "text/html")
    return /^<!doctype html>/i.test(text) ? undefined : `not a page: ${text.slice(0, 300)}`;
  if (media !== JSON_MEDIA || schema === undefined) return undefined;
  const result = schema.safeParse(parse(text));
  return result.success ? undefined : `${status} with another body: ${text.slice(0, 300)}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function answersAt(method: string, pathname: string): readonly Documented[] {
  const path = (pathname.startsWith("/v1/") ? pathname.slice(3) : pathname).replaceAll("%40", "@");
  const asked = method === "HEAD" ? "GET" : method;
  const fitting = PLACES.filter(({ pattern }) => pattern.test(path));
  const isTaken = (place: Place) => place.method === asked;
  // A concrete path takes its own methods only.
  const first = fitting[0]?.pattern.source;
  return fitting.filter(({ pattern }) => pattern.source === first).find(isTaken)?.answers ?? ELSEWHERE;
}

function placeOf(id: OperationId): Place {
  const { method, path, responses } = operationTable[id];
  const all: RouteConfig["responses"] = routes[id].responses;
  const answers = Object.entries(responses).map(([status, [media]]) => {
    return { status: Number(status), media, schema: schemaOf(all[status]) };
  });
  const allowed = answers.filter(({ status }) => status < 500);
  return { method: method.toUpperCase(), pattern: patternOf(path), answers: allowed };
}

function schemaOf(response: RouteConfig["responses"][string] | undefined): z.ZodType | undefined {
  const media = response && "content" in response ? response.content?.[JSON_MEDIA] : undefined;
  const schema = media && "schema" in media ? media.schema : undefined;
  return schema instanceof z.ZodType ? schema : undefined;
}

function plain(route: string, answers: readonly Documented[]): Place {
  const [method = "", path = ""] = route.split(" ");
  return { method, pattern: patternOf(path), answers };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`);
}

function page(status: number): Documented {
  return { status, media: status === 303 ? undefined : "text/html", schema: undefined };
}

function ok(media: string): Documented {
  return { status: 200, media, schema: undefined };
}
