import { openDatabase } from "@fluxer-oauth2/server/src/db/client.ts";
import { type TableRows, tableRows } from "../loader/rows.ts";
import { loadedNow } from "../loader/shape.ts";
import type { Sink } from "../loader/sink.ts";
import type { Surroundings } from "./contestant.ts";
import { createWorld, type World } from "./world.ts";

/** A new database with all tables, and in them everything that the requests will ask for. */
export async function fill(
  url: string,
  openSink: () => Sink | Promise<Sink>,
  { tokens, say }: Surroundings,
): Promise<World> {
  await (await openDatabase({ url })).close();
  const world = createWorld(loadedNow(tokens));
  const tables = tableRows(world.timeline, world.credentials);
  const sink = await openSink();

  async function write<Name extends keyof TableRows>(name: Name): Promise<void> {
    let rows = 0;
    await sink.write<Name>(name, tables[name](), (more) => {
      rows += more;
      if (rows % 100_000 === 0) say(`storing ${name}: ${rows.toLocaleString("en")}`);
    });
  }

  for (const name of Object.keys(tables) as (keyof TableRows)[]) await write(name);
  await sink.finish();
  return world;
}
