/** What documentation pages state, as data: the shape of `openapi/docs-facts.json`. No prose is kept. */
export interface Facts {
  /** Absent when no schema page was read. */
  schemas?: Record<string, SchemaFact>;
  /** One entry per method, path and slug; absent when no schema page was read. */
  operations?: OperationFact[];
  /** Absent when no guide page was read. */
  guide?: GuideFacts;
}

export type SchemaFact =
  | { kind: "object"; fields: Record<string, FieldFact> }
  | { kind: "alias"; type: TypeFact }
  | { kind: "enum"; values: string[] }
  | { kind: "flags"; type: TypeFact; flags: Record<string, number> };

export interface FieldFact {
  /** The name ends in `?`: the member may be absent. */
  optional: boolean;
  /** The type begins with `?`: the member may be null. Independent of `optional`. */
  nullable: boolean;
  type: TypeFact;
}

export type TypeFact =
  | { type: string; format?: string }
  | { ref: string }
  | { array: TypeFact }
  | { enum: string[] }
  | { oneOf: TypeFact[] }
  | { bitflags: number };

export interface OperationFact {
  method: string;
  path: string;
  slug: string;
  /** The schemas that name this endpoint as related. */
  schemas: string[];
}

export interface GuideFacts {
  scopes: string[];
  /** OAuth flows, by the names OpenAPI gives them. */
  flows: string[];
  authorizationErrors: string[];
  /** Error statuses by what they answer. */
  statuses: Record<string, number>;
  /** Seconds. */
  accessTokenLifetime?: number;
  rateLimits: RateLimitFact[];
}

export interface RateLimitFact {
  path: string;
  limit: number;
  /** Seconds. */
  window: number;
}

/** A type in one line, as the pages write it: equal text means the same type. */
export function typeText(type: TypeFact): string {
  if ("ref" in type) return type.ref;
  if ("array" in type) {
    const items = typeText(type.array);
    return "oneOf" in type.array ? `(${items})[]` : `${items}[]`;
  }
  if ("enum" in type) return `enum<${type.enum.toSorted().join(", ")}>`;
  if ("oneOf" in type) return type.oneOf.map(typeText).join(" | ");
  if ("bitflags" in type) return `Bitflags${type.bitflags}`;
  return type.format === undefined ? type.type : `${type.type} (${type.format})`;
}

/** The identity of an operation in fact ids and in lookups. */
export function endpoint(operation: { method: string; path: string }): string {
  return `${operation.method} ${operation.path}`;
}

/** The order of names in the facts: the same on every machine, whatever its locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
