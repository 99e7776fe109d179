import { sqliteTables } from "@fluxer-oauth2/server/src/db/sqlite/dialect.ts";
import { getTableColumns } from "drizzle-orm";
import pg from "pg";
import { copyIn, copyText } from "./copy.ts";
import type { Sink } from "./sink.ts";

const BATCH = 5000;

const snakeCase = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Writes past the server into a database that the server has migrated. */
export async function postgresSink(url: string): Promise<Sink> {
  const client = new pg.Client(url);
  // A server that ends, when a run is interrupted, is told by the next statement.
  client.on("error", () => {});
  await client.connect();
  await client.query("SET synchronous_commit = off");
  // The rows refer to one another as they should; looking each reference up would take twice as long. Only a superuser
  // may leave it out.
  await client.query("SET session_replication_role = replica").catch(() => {});

  return {
    async write(name, rows, onProgress) {
      const columns = Object.keys(getTableColumns(sqliteTables[name]));
      const copy = `COPY ${snakeCase(name)} (${columns.map(snakeCase).join(", ")}) FROM STDIN`;
      await copyIn(client, copy, inChunks(rows, columns, onProgress));
    },
    async finish() {
      await client.query("VACUUM (ANALYZE)");
      await client.end();
    },
  };
}

function* inChunks(rows: Iterable<object>, columns: readonly string[], onChunk: (rows: number) => void) {
  let lines: string[] = [];
  const flush = () => {
    onChunk(lines.length);
    const chunk = Buffer.from(lines.join(""));
    lines = [];
    return chunk;
  };
  for (const row of rows) {
    lines.push(`${columns.map((key) => copyText(Reflect.get(row, key))).join("\t")}\n`);
    if (lines.length === BATCH) yield flush();
  }
  if (lines.length > 0) yield flush();
}
