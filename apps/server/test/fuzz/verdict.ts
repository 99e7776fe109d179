import type { OperationId } from "@fluxer-oauth2/contract";
import { operationTable } from "@fluxer-oauth2/contract/operations";
import { routes } from "@fluxer-oauth2/contract/routes";
import { ApiError } from "@fluxer-oauth2/contract/schemas";
import type { RouteConfig } from "@hono/zod-openapi";
import { z } from "zod";
import { PAGE_ROUTES } from "../../src/http/pages/mount.ts";
import { operationAt, pathOf } from "../support/operation-at.ts";

/** What an answer is held against. */
type Documented = { readonly media?: string | undefined; readonly schema?: z.ZodType | undefined };
type Answers = ReadonlyMap<number, Documented>;
type Answer = { readonly status: number; readonly headers: Headers; readonly text: string };

const JSON_MEDIA = "application/json";
const HTML = { media: "text/html" };

const OPERATIONS = new Map((Object.keys(operationTable) as OperationId[]).map((id) => [id, answersOf(id)]));
const ELSEWHERE: Answers = new Map(
  [404, 405].map((status) => [status, { media: JSON_MEDIA, schema: ApiError }]),
);
const PAGE: Answers = new Map([
  [303, {} as Documented],
  ...[200, 400, 403, 404, 413, 415].map((status) => [status, HTML] as const),
]);
const BESIDE = new Map<string, Answers>([
  ...PAGE_ROUTES.map((route) => [route, PAGE] as const),
  ["GET /assets/pages.css", new Map([[200, { media: "text/css" }]])],
  ...["GET /openapi.json", "GET /healthz", "GET /readyz"].map(
    (route) => [route, new Map([[200, { media: JSON_MEDIA }]])] as const,
  ),
]);

/** What is wrong with the answer to a request that was made to this path; undefined when nothing is. */
export function faultOf(method: string, pathname: string, answer: Answer): string | undefined {
  const { status, headers, text } = answer;
  const documented = answersAt(method, pathname).get(status);
  if (documented === undefined) return `${status} is not documented: ${text.slice(0, 300)}`;
  if (headers.get("x-content-type-options") !== "nosniff") return "no nosniff";
  if (!headers.get("x-request-id")) return "no request id";
  if (method === "HEAD" || documented.media === undefined)
    return text === "" ? undefined : "a body where there is none";
  const media = headers.get("content-type")?.split(";")[0];
  if (media !== documented.media) return `${status} is ${media}, not ${documented.media}`;
  return isWellFormed(documented, text) ? undefined : `${status} with another body: ${text.slice(0, 300)}`;
}

function isWellFormed({ media, schema }: Documented, text: string): boolean {
  if (media === HTML.media) return /^<!doctype html>/i.test(text);
  return media !== JSON_MEDIA || (schema ?? z.object({})).safeParse(parse(text)).success;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function answersAt(method: string, pathname: string): Answers {
  const id = operationAt(method, pathname);
  if (id !== undefined) return OPERATIONS.get(id) ?? ELSEWHERE;
  return BESIDE.get(`${method === "HEAD" ? "GET" : method} ${pathOf(pathname)}`) ?? ELSEWHERE;
}

/** All that the document has but 5xx, which nobody outside may be able to bring about. */
function answersOf(id: OperationId): Answers {
  const all: RouteConfig["responses"] = routes[id].responses;
  const statuses = Object.entries(operationTable[id].responses).filter(([status]) => Number(status) < 500);
  return new Map(
    statuses.map(([status, [media]]) => [Number(status), { media, schema: schemaOf(all[status]) }]),
  );
}

function schemaOf(response: RouteConfig["responses"][string] | undefined): z.ZodType | undefined {
  const media = response && "content" in response ? response.content?.[JSON_MEDIA] : undefined;
  const schema = media && "schema" in media ? media.schema : undefined;
  return schema instanceof z.ZodType ? schema : undefined;
}
