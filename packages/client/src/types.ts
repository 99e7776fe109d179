import type { paths } from "@fluxer-oauth2/contract/api";
import type { FetchOptions } from "openapi-fetch";

export type Method = "get" | "post" | "patch" | "delete";

/** The paths of the document that have this method. */
export type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends { responses: unknown } ? P : never;
}[keyof paths];

/** The operation at a method and path of the document. */
export type Operation<M extends Method, P extends keyof paths> = Extract<paths[P][M], { responses: unknown }>;

type Body<Response> = Response extends { content: infer Content } ? Content[keyof Content] : undefined;

type SuccessStatus = 200 | 204 | 302;

/** One documented answer. `ok` and `status` tell the answers apart, and with them the type of `data` or `error`. */
export type Outcome<Status, Payload> = Status extends SuccessStatus
  ? { ok: true; status: Status; data: Payload; error?: never; response: Response }
  : { ok: false; status: Status; data?: never; error: Payload; response: Response };

/** Every documented answer of an operation, as a union that `ok` and `status` discriminate. */
export type Result<Op> = Op extends { responses: infer Responses }
  ? { [Status in keyof Responses]: Outcome<Status, Body<Responses[Status]>> }[keyof Responses]
  : never;

type Options<M extends Method, P extends keyof paths> = Omit<
  FetchOptions<Operation<M, P>>,
  "bodySerializer" | "parseAs" | "middleware"
>;

type Arguments<Init> = Record<never, never> extends Init ? [init?: Init] : [init: Init];

/** Calls an operation: `client.GET("/oauth2/applications/{id}", { params: { path: { id } } })`. */
export type Call<M extends Method> = <P extends PathWith<M>>(
  path: P,
  ...init: Arguments<Options<M, P>>
) => Promise<Result<Operation<M, P>>>;
