import type { OperationId, operations } from "@fluxer-oauth2/contract";

declare const operation: unique symbol;

/** A documented answer to one operation. Only that operation's `reply` makes it. */
export interface Reply<Id extends OperationId> {
  readonly status: number;
  readonly body: string | null;
  readonly headers: ReplyHeaders | undefined;
  readonly [operation]: Id;
}

/** Lower-case names; a list becomes one header line for each item. */
export type ReplyHeaders = Readonly<Record<string, string | readonly string[]>>;

/**
 * Takes exactly what the specification documents: a status of success, and a body without any member that is not in
 * its schema, at any depth. Errors are thrown instead.
 */
export interface ReplyFunction<Id extends OperationId> {
  <S extends StatusWithBody<Id>, B extends BodyOf<Id, S>>(
    status: S,
    body: B & Documented<BodyOf<Id, S>, B>,
    headers?: ReplyHeaders,
  ): Reply<Id>;
  (status: StatusWithoutBody<Id>, body?: undefined, headers?: ReplyHeaders): Reply<Id>;
}

type Responses<Id extends OperationId> = operations[Id]["responses"];
type Content<R> = R extends { content: infer C } ? C[keyof C] : never;
type IsSuccess<S extends PropertyKey> = S extends number
  ? `${S}` extends `${2 | 3}${string}`
    ? S
    : never
  : never;
type Success<Id extends OperationId> = IsSuccess<keyof Responses<Id>>;

export type BodyOf<Id extends OperationId, S extends Success<Id>> = Content<Responses<Id>[S]>;
export type StatusWithBody<Id extends OperationId> = {
  [S in Success<Id>]: [BodyOf<Id, S>] extends [never] ? never : S;
}[Success<Id>];
export type StatusWithoutBody<Id extends OperationId> = Exclude<Success<Id>, StatusWithBody<Id>>;

/** Nothing to add when every member is documented, else what the compiler then shows in its message. */
type Documented<Schema, Given> = [Undocumented<Schema, Given>] extends [never]
  ? unknown
  : { undocumented: Undocumented<Schema, Given> };

// A value must be clean against one member of a union of schemas as a whole; a mix of two would be neither.
type Undocumented<Schema, Given> = unknown extends Schema
  ? never
  : Given extends object
    ? true extends IsClean<Schema, Given>
      ? never
      : Offenders<Extract<Schema, object>, Given>
    : never;

type IsClean<Schema, Given> = Schema extends unknown
  ? Given extends Schema
    ? [Offenders<Schema, Given>] extends [never]
      ? true
      : false
    : false
  : never;

type Offenders<Schema, Given> = Given extends readonly (infer GivenItem)[]
  ? Schema extends readonly (infer SchemaItem)[]
    ? Undocumented<SchemaItem, GivenItem>
    : never
  : {
      [Key in keyof Given]-?: Key extends keyof Schema ? Undocumented<Schema[Key], Given[Key]> : Key;
    }[keyof Given];

/** One for each operation, made at start. */
export function createReply<Id extends OperationId>(isJson: (status: number) => boolean): ReplyFunction<Id> {
  const reply = (status: number, body?: unknown, headers?: ReplyHeaders) => {
    const text = body === undefined ? null : isJson(status) ? JSON.stringify(body) : String(body);
    // The brand exists for the compiler only.
    return { status, body: text, headers } as Reply<Id>;
  };
  return reply as ReplyFunction<Id>;
}
