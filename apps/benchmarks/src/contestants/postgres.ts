import { runPostgres } from "@fluxer-oauth2/server/test/support/postgres.ts";
import { postmasterOf } from "../load/processes.ts";
import { postgresSink } from "../loader/postgres.ts";
import { pin } from "../machine.ts";
import type { Contestant, Surroundings } from "./contestant.ts";
import { fill } from "./fill.ts";
import { startForeign } from "./foreign.ts";
import { type CodeRow, startOurs } from "./server.ts";
import type { World } from "./world.ts";

/** What the provider on PostgreSQL is held against: the same database, the same driver, and nothing else. */
export const POSTGRES_ANCHOR = "bare-postgres";

interface Filled {
  readonly url: string;
  readonly world: World;
  readonly postmaster: number;
  stop(): Promise<void>;
}

/** Nothing is turned off; the memory for pages is what a server of this size would get. */
const FLAGS = ["shared_buffers=512MB", "max_wal_size=4GB"];

/** The provider, and a bare route on the same database. */
export function onPostgres(): readonly Contestant[] {
  let filled: Promise<Filled> | undefined;
  let users = 0;
  const enter = (surroundings: Surroundings) => {
    users++;
    filled ??= startFilled(surroundings);
    return filled;
  };
  const leave = async () => {
    if (--users === 0) await (await filled)?.stop();
  };
  return [provider(enter, leave), bareRoute(enter, leave)];
}

type Enter = (surroundings: Surroundings) => Promise<Filled>;
type Leave = () => Promise<void>;

function provider(enter: Enter, leave: Leave): Contestant {
  return {
    name: "ours-postgres",
    title: "this provider, PostgreSQL",
    group: "ours",
    storage: "PostgreSQL, every commit synced",
    secrets: "hashes",
    async start(surroundings) {
      const { url, world, postmaster } = await enter(surroundings);
      const sink = await postgresSink(url);
      const keep = (rows: readonly CodeRow[]) => sink.write("authorizationCodes", rows, () => {});
      const server = await startOurs({ url, world, surroundings, nodeOptions: [], keep });
      return {
        ...server,
        helpers: [postmaster],
        async stop() {
          await server.stop();
          await sink.finish();
          await leave();
        },
      };
    },
  };
}

function bareRoute(enter: Enter, leave: Leave): Contestant {
  const program = new URL("../servers/bare-postgres.ts", import.meta.url);
  return {
    name: POSTGRES_ANCHOR,
    title: "a bare Hono route, one row by key from PostgreSQL",
    group: "anchor",
    storage: "PostgreSQL, read only",
    secrets: "nothing",
    async start(surroundings) {
      const { url, postmaster } = await enter(surroundings);
      const server = await startForeign(program, { DATABASE_URL: url }, surroundings);
      return {
        ...server,
        helpers: [postmaster],
        async stop() {
          await server.stop();
          await leave();
        },
      };
    },
  };
}

async function startFilled(surroundings: Surroundings): Promise<Filled> {
  surroundings.say("starting PostgreSQL");
  const { url, directory, server } = await runPostgres(FLAGS);
  const postmaster = postmasterOf(directory);
  pin(surroundings.cores?.database, postmaster);
  const world = await fill(url, () => postgresSink(url), surroundings);
  return { url, world, postmaster, stop: () => server.stop() };
}
