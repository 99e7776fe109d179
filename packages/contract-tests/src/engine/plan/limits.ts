import { isObject } from "../json.ts";
import type { Spec } from "../spec/spec.ts";
import { type FormatValues, type KeywordLimit, keywordLimits } from "./keyword-limits.ts";
import { type MemberKnowledge, sizedBy } from "./member-knowledge.ts";
import type { Random } from "./random.ts";
import { eachSpot, placeName } from "./walk.ts";

/** A value that is exactly as far as a keyword lets it go, in one place. */
export interface Limit {
  /** Where and what, as `name: 100 characters`. */
  name: string;
  /** The top-level member that is tried, empty for the whole. */
  member: string;
  /** Whole values to choose from: the first that the schema takes is as good as any. */
  values: readonly unknown[];
  /** It is about the member being there, so that any value of it will do. */
  isPresence: boolean;
  /** It is about the whole being of a branch. */
  isBranch: boolean;
}

export interface LimitOptions {
  random: Random;
  formats: FormatValues;
  /** By the name of the top-level member. */
  known(member: string): MemberKnowledge;
}

/** Every limit of every keyword of a schema, and every choice that it leaves open, one at a time in an otherwise plain value. */
export function limitsOf(spec: Spec, schema: string, valid: unknown, options: LimitOptions): Limit[] {
  const found = new Map<string, Limit>();
  eachSpot(spec, schema, valid, ({ path, value, put, schemas }) => {
    const sized = path.length === 1 ? sizedBy(options.known(path[0] ?? "")) : undefined;
    const context = { spec, random: options.random, formats: options.formats, sized };
    for (const at of schemas) {
      for (const limit of isObject(at.node) ? keywordLimits(context, at.node, at.pointer, value) : []) {
        add(found, path, limit, put);
      }
    }
  });
  return [...found.values()];
}

function add(
  found: Map<string, Limit>,
  path: readonly string[],
  { name: what, member, values, isPresence = false, isBranch = false }: KeywordLimit,
  put: (value: unknown) => unknown,
): void {
  const name = path.length === 0 ? what : `${placeName(path)}: ${what}`;
  const all = values.map(put);
  const known = found.get(name);
  found.set(name, {
    name,
    member: path[0] ?? member ?? "",
    values: [...(known?.values ?? []), ...all],
    isPresence: isPresence && path.length === 0,
    isBranch: isBranch && path.length === 0,
  });
}
