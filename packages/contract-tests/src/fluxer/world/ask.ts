import type { Authorization } from "../../engine/index.ts";
import {
  type Call,
  CannotPrepare,
  type Exchange,
  operationOf,
  type RequestParts,
  type Spec,
} from "../../engine/index.ts";
import { asObject, asString, type JsonObject, parseJson } from "../../engine/json.ts";

/** Calls an operation that must succeed, because what follows builds on its answer. */
export type Ask = (call: Call, id: string, parts: RequestParts, by?: Authorization) => Promise<JsonObject>;

export function createAsk(spec: Spec): Ask {
  return async (call, id, parts, by) => {
    const exchange = await call(operationOf(spec, id), parts, { by });
    const { status } = exchange.response;
    if (status >= 300)
      throw new CannotPrepare(`${id} answered ${status}${codeOf(exchange)} to a valid request`);
    return bodyOf(exchange);
  };
}

export function bodyOf({ response }: Pick<Exchange, "response">): JsonObject {
  return asObject(parseJson(response.body));
}

/** A text without which nothing can go on. */
export function text(body: JsonObject, ...path: string[]): string {
  const found = asString(path.reduce<unknown>((inner, name) => asObject(inner)[name], body));
  if (found === undefined) throw new CannotPrepare(`the answer has no ${path.join(".")}`);
  return found;
}

function codeOf(exchange: Exchange): string {
  const { code, error } = bodyOf(exchange);
  return ` ${asString(code) ?? asString(error) ?? ""}`.trimEnd();
}
