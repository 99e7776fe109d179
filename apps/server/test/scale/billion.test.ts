import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { bytesOf, demandOf, limitsOf } from "./billion.ts";
import type { Cost } from "./cost.ts";

const page = readFileSync(join(import.meta.dirname, "../../../../docs/scale.md"), "utf8");

/** The cells of the table with this first cell, by those of its first column. */
function table(corner: string): Map<string, string[]> {
  const lines = page.slice(page.indexOf(`| ${corner} |`)).split("\n");
  const rows = lines.slice(2, lines.indexOf("")).map((line) => line.split("|").map((cell) => cell.trim()));
  return new Map(rows.map(([, first = "", ...cells]) => [first.replaceAll("`", ""), cells.slice(0, -1)]));
}

const bytes = [...table("bytes per row")].map(([name, [own, indexes]]) => {
  return [name, { table: Number(own), indexes: Number(indexes) }] as const;
});
const costs = [...table("per request, ms")].map(([operation, cells]): Cost => {
  const [server = 0, database = 0, median = 0, p99 = 0] = cells.map(Number);
  return { operation, requests: 1, server, database, median, p99 };
});
const written = table("operation");
const each = (name: string) => Number(written.get(name)?.[4]);
const statements = new Map([
  ["introspect", each("introspection")],
  ["@me", each("userinfo, @me")],
  ["refresh", each("refresh")],
]);
const whole = (value: number) => Math.round(value).toLocaleString("en");

it("the sizes that docs/scale.md works out follow from the bytes that it says were measured", () => {
  const sizes = table("table");
  for (const { table: name, bytes: size } of bytesOf(Object.fromEntries(bytes)))
    expect([name, sizes.get(name)?.at(-1)]).toEqual([name, `${(size / 1e12).toFixed(2)} TB`]);
});

it("the cores and statements that docs/scale.md works out follow from the costs that it says were measured", () => {
  const demand = demandOf(costs, statements);
  for (const { name, rate, serverCores, databaseCores, statements } of demand) {
    const [a, , servers, databases, , b] = written.get(name) ?? [];
    expect([name, a, servers, databases, b]).toEqual([
      name,
      ...[rate, serverCores, databaseCores, statements].map(whole),
    ]);
  }
  const all = demand.at(-1);
  if (all === undefined) throw new Error("there is a sum");
  const { shards, statementsPerShard, usersPerServerCore, usersPerPrimary } = limitsOf(all);
  expect(page).toContain(`${whole(statementsPerShard)} statements a second each`);
  expect(page).toContain(`${(usersPerServerCore / 1e6).toFixed(1)} million users a core`);
  expect(page).toContain(`at ${whole(usersPerPrimary / 1e6)} million users`);
  expect(page).toContain(`${shards} of 64 cores for the billion`);
});
