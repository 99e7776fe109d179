import { fileURLToPath } from "node:url";
import { openDatabase } from "@fluxer-oauth2/server/src/db/client.ts";
import type { Tables } from "@fluxer-oauth2/server/src/db/schema.ts";
import { createCredentials } from "./credentials.ts";
import { postgresSink } from "./postgres.ts";
import { type TableRows, tableRows } from "./rows.ts";
import { type Loaded, loadedNow } from "./shape.ts";
import type { Sink } from "./sink.ts";
import { sqliteSink } from "./sqlite.ts";
import { createTimeline } from "./timeline.ts";

export interface Progress {
  readonly table: keyof Tables;
  readonly rows: number;
  readonly seconds: number;
}

/**
 * Fills an empty database (`file:…` or `postgres://…`) with so many tokens and all that they refer to. The rows are what
 * a server would have written over five days, in the same order, but written past it.
 */
export async function load(
  url: string,
  tokens: number,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Loaded> {
  const database = await openDatabase({ url });
  await database.close();
  const loaded = loadedNow(tokens);
  const timeline = createTimeline(loaded);
  const sink = await openSink(url);
  const began = performance.now();
  const tables = tableRows(timeline, createCredentials(timeline));

  async function fill<Name extends keyof TableRows>(table: Name): Promise<void> {
    let rows = 0;
    await sink.write<Name>(table, tables[table](), (more) => {
      rows += more;
      onProgress({ table, rows, seconds: (performance.now() - began) / 1000 });
    });
  }

  for (const table of Object.keys(tables) as (keyof TableRows)[]) await fill(table);
  await sink.finish();
  return loaded;
}

async function openSink(url: string): Promise<Sink> {
  if (!url.startsWith("file:")) return postgresSink(url);
  return sqliteSink(url.startsWith("file://") ? fileURLToPath(url) : url.slice("file:".length));
}
