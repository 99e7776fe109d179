import { fileURLToPath } from "node:url";
import manifest from "@fluxer-oauth2/server/package.json" with { type: "json" };
import type { Row } from "@fluxer-oauth2/server/src/db/schema.ts";
import type { Running, Surroundings } from "./contestant.ts";
import { answers, freePort, spawnServer } from "./process.ts";
import { newCode, type World, worldPlans } from "./world.ts";

/** What `npm start` gives to Node, the file's place made absolute. */
export const START: readonly string[] = manifest.scripts.start
  .split(" ")
  .slice(1)
  .map((part) =>
    part.endsWith(".mjs") ? fileURLToPath(import.meta.resolve(`${manifest.name}/${part}`)) : part,
  );

/** As an operator would set it, but that nothing runs beside what is measured and codes live until they are asked for. */
const SETTINGS = { LOG_LEVEL: "warn", CODE_TTL: "600", PRUNE_INTERVAL: "0", WORKER_ID: "1" };

export type CodeRow = Row<"authorizationCodes">;

interface Ours {
  readonly url: string;
  readonly world: World;
  readonly surroundings: Surroundings;
  readonly nodeOptions: readonly string[];
  /** Puts codes into the database. */
  readonly keep: (rows: readonly CodeRow[]) => Promise<void>;
}

/** The server as `npm start` runs it, on a database that is filled. */
export async function startOurs({ url, world, surroundings, nodeOptions, keep }: Ours): Promise<Running> {
  const { directory, cores, settings } = surroundings;
  const port = await freePort();
  const place = { PORT: String(port), DATABASE_URL: url, DATA_DIR: `${directory}/data` };
  const environment = { ...SETTINGS, ...settings, ...place };
  const spawned = spawnServer([...nodeOptions, ...START], environment, cores, directory);
  await answers(port, "/readyz", spawned);
  let codes = 0;
  return {
    ...spawned,
    helpers: [],
    port,
    plans: worldPlans(world),
    async refill(operation, count) {
      if (operation !== "code") throw new TypeError(`${operation} needs no refill`);
      const fresh = Array.from({ length: count }, () => newCode(world, codes++));
      await keep(fresh.map(({ row }) => row));
      return fresh.map(({ entry }) => entry);
    },
  };
}
