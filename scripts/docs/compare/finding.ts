import type { Facts } from "../model.ts";
import type { Place } from "../spec/place.ts";
import type { Spec } from "../spec/read.ts";

/** What is compared with what. */
export interface Sides {
  facts: Facts;
  /** The root of the facts file, for its line numbers. */
  source: Place;
  spec: Spec;
}

export type Kind =
  | "schema"
  | "field"
  | "optional"
  | "nullable"
  | "type"
  | "enum value"
  | "flag"
  | "operation"
  | "slug"
  | "body"
  | "scope"
  | "flow"
  | "authorization error"
  | "status"
  | "token lifetime"
  | "rate limit";

/** One fact as each side states it. It is held when both texts are the same. */
export interface Finding {
  /** The path of the fact in the facts file; an operation stands under its method and path. */
  fact: string;
  kind: Kind;
  documentation: string;
  spec: string;
  /** Where the spec says so, or the nearest place that should. */
  at: Place;
  /** Where the facts file says so, or the nearest place that would. */
  source: Place;
}

export const documented = "documented";
export const absent = "absent";

/** What a side says of something that is only there or not. */
export function presence(there: boolean): string {
  return there ? documented : absent;
}
