import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "@hono/zod-openapi";
import { parse } from "yaml";
import type { NamedTest } from "./named-tests.ts";

const row = z.string().regex(/^A[0-9]{2}$/);
const text = z.string().min(1);

const attacks = z.record(row, text);

const requirement = z
  .strictObject({
    id: z.string().regex(/^10\.[1-7]\.[0-9]{1,2}$/),
    level: z.union([z.literal(1), z.literal(2)]),
    asks: text,
    rows: z.array(row).default([]),
    tests: z.array(z.tuple([text, text])).default([]),
    because: text.optional(),
    open: text.optional(),
    not_applicable: text.optional(),
  })
  .refine(
    ({ rows, open, not_applicable }) => [rows.length > 0, open, not_applicable].filter(Boolean).length === 1,
    "is held by rows, or open, or not applicable",
  );

export type Requirement = z.output<typeof requirement>;

const read = (name: string): unknown => parse(readFileSync(join(import.meta.dirname, name), "utf8"));

export const readAttacks = (): ReadonlyMap<string, string> =>
  new Map(Object.entries(attacks.parse(read("attacks.yaml"))));

export const readRequirements = (): readonly Requirement[] => z.array(requirement).parse(read("asvs.yaml"));

/** The rows that a test's name begins with, and the rest of the name. */
export function rowsOf(name: string): { rows: string[]; sentence: string } {
  const tags = /^(?:\[A[0-9]{2}\] ?)*/.exec(name)?.[0] ?? "";
  return { rows: tags.match(/A[0-9]{2}/g) ?? [], sentence: name.slice(tags.length) };
}

/** What keeps the tables from being true. */
export function problemsOf(
  known: ReadonlyMap<string, string>,
  requirements: readonly Requirement[],
  tests: readonly NamedTest[],
): string[] {
  const held = new Set(tests.flatMap(({ name }) => rowsOf(name).rows));
  const isKnown = (test: readonly [string, string]) =>
    tests.some(({ file, name }) => file === test[0] && name === test[1]);
  return [
    ...[...known.keys()].filter((id) => !held.has(id)).map((id) => `no test is named [${id}]`),
    ...[...held].filter((id) => !known.has(id)).map((id) => `attacks.yaml has no row ${id}`),
    ...requirements.flatMap(({ id, rows, tests: named }) => [
      ...rows.filter((name) => !known.has(name)).map((name) => `${id} is held by no row ${name}`),
      ...named.filter((test) => !isKnown(test)).map((test) => `${id}: there is no test ${test.join(" › ")}`),
    ]),
  ];
}
