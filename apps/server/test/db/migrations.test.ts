import { readdirSync, readFileSync } from "node:fs";
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from "drizzle-kit/api";
import { expect, it } from "vitest";
import { postgresTables } from "../../src/db/postgres/dialect.ts";
import { sqliteTables } from "../../src/db/sqlite/dialect.ts";

// drizzle-kit's record of the tables as the last migration left them.
function lastSnapshot(dialect: string) {
  const folder = new URL(`../../migrations/${dialect}/meta/`, import.meta.url);
  const last = readdirSync(folder)
    .filter((name) => name.endsWith("_snapshot.json"))
    .sort()
    .at(-1);
  return JSON.parse(readFileSync(new URL(last ?? "", folder), "utf8"));
}

it("nothing is declared that no migration makes", async () => {
  const sqlite = await generateSQLiteDrizzleJson(sqliteTables, undefined, "snake_case");
  expect(await generateSQLiteMigration(lastSnapshot("sqlite"), sqlite)).toEqual([]);
  const postgres = generateDrizzleJson(postgresTables, undefined, undefined, "snake_case");
  expect(await generateMigration(lastSnapshot("postgres"), postgres)).toEqual([]);
});
