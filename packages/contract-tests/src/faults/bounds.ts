import type { JsonObject } from "../engine/json.ts";

/** One keyword that bounds a value, and how to step over the bound and back. */
export interface Bound {
  keyword: string;
  limit: number;
  /** The value made as large or small as the limit. */
  at(value: unknown): unknown;
  /** The value moved just beyond the limit, when it is exactly at it. */
  beyond(value: unknown): unknown;
  /** The value moved to the limit, when it is just beyond it. */
  back(value: unknown): unknown;
}

export function boundsOf(node: JsonObject): Bound[] {
  return Object.entries(SIZES).flatMap(([keyword, size]) => {
    const limit = node[keyword];
    if (typeof limit !== "number") return [];
    const direction = keyword.startsWith("max") ? 1 : -1;
    const step = (from: number, to: number) => (value: unknown) =>
      size.of(value) === from ? size.to(value, to) : undefined;
    const at = (value: unknown) => (size.of(value) === undefined ? undefined : size.to(value, limit));
    return [
      { keyword, limit, at, beyond: step(limit, limit + direction), back: step(limit + direction, limit) },
    ];
  });
}

interface Size {
  /** Undefined for a value that the keyword does not speak about. */
  of(value: unknown): number | undefined;
  to(value: unknown, size: number): unknown;
}

const NUMBER: Size = {
  of: (value) => (typeof value === "number" ? value : undefined),
  to: (_value, size) => size,
};

// Code points, as JSON Schema counts.
const TEXT: Size = {
  of: (value) => (typeof value === "string" ? [...value].length : undefined),
  to: (value, size) => {
    const all = [...String(value)];
    // The last character again, so that what a pattern wants at the beginning stays.
    return size < 0
      ? undefined
      : [...all, ...Array<string>(Math.max(0, size - all.length)).fill(all.at(-1) ?? "a")]
          .slice(0, size)
          .join("");
  },
};

const LIST: Size = {
  of: (value) => (Array.isArray(value) ? value.length : undefined),
  to: (value, size) => {
    const all = value as unknown[];
    return size > all.length ? [...all, all.at(-1) ?? "conformance"] : all.slice(0, Math.max(0, size));
  },
};

const SIZES: Readonly<Record<string, Size>> = {
  minimum: NUMBER,
  maximum: NUMBER,
  minLength: TEXT,
  maxLength: TEXT,
  minItems: LIST,
  maxItems: LIST,
};
