import type { OperationId } from "@fluxer-oauth2/contract";
import type { routes } from "@fluxer-oauth2/contract/routes";
import type { z } from "zod";
import type { Logger } from "../log.ts";
import type { Caller } from "./caller.ts";
import type { Reply, ReplyFunction } from "./reply.ts";

/** Every operation of the specification and no other; a missing or an unknown one does not compile. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> };

export type Handler<Id extends OperationId> = (request: Request<Id>) => Promise<Reply<Id>>;

/** What a handler gets: validated, authenticated and within the limits. */
export interface Request<Id extends OperationId> {
  readonly params: Params<Id>;
  readonly query: Query<Id>;
  readonly body: Body<Id>;
  /** Parameters that the query has more than once; none where pages are not what tells of faults, for they are refused. */
  readonly repeated: readonly string[];
  readonly caller: Caller<Id>;
  readonly context: Context;
  readonly reply: ReplyFunction<Id>;
}

export interface Context {
  readonly requestId: string;
  /** The caller's address; a forwarded one only from a trusted proxy. */
  readonly address: string;
  /** Carries the request id. */
  readonly log: Logger;
  readonly headers: Headers;
}

type Input<Id extends OperationId> = (typeof routes)[Id] extends { request: infer Input } ? Input : unknown;

export type Params<Id extends OperationId> = Input<Id> extends { params: infer S } ? Output<S> : undefined;
export type Query<Id extends OperationId> = Input<Id> extends { query: infer S } ? Output<S> : undefined;
export type Body<Id extends OperationId> = Input<Id> extends { body: infer B } ? BodyOutput<B> : undefined;

type BodyOutput<B> =
  | (B extends { content: infer Content } ? Output<Schemas<Content[keyof Content]>> : never)
  | (B extends { required: true } ? never : undefined);
type Schemas<Media> = Media extends { schema: infer S } ? S : never;
type Output<S> = S extends z.ZodType ? z.output<S> : never;
