import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/db/client.ts";
import { type OwnPostgres, runPostgres } from "../support/postgres.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { tell } from "../support/tell.ts";
import { createWire } from "../support/wire.ts";
import { type Client, createWorld, type World } from "../support/world.ts";
import { type Cable, createCable } from "./cable.ts";
import { expectKept, expectNoHalves } from "./kept.ts";
import { startLoad } from "./load.ts";

let postgres: OwnPostgres;
let cable: Cable;
let server: RunningServer;
let world: World;
let client: Client;

beforeAll(async () => {
  // Commits reach the log before they are acknowledged; that the machine loses power is not what is tried here.
  postgres = await runPostgres(["fsync=off"], true);
  cable = await createCable(postgres.port);
  world = await createWorld(await openDatabase({ url: postgres.url }));
  client = await world.addClient(await world.addPerson());
  const url = new URL(postgres.url);
  url.port = String(cable.port);
  const environment = { RATE_LIMITS: "off", REFRESH_RETRY_WINDOW: "300", LOG_LEVEL: "fatal" };
  server = await startServer({ ...environment, DATABASE_URL: url.href });
}, 60_000);

afterAll(async () => {
  await server.stop();
  await cable.remove();
  await world.db.close();
  await postgres.server.stop();
  await rm(postgres.directory, { recursive: true });
});

const ready = async () => (await fetch(`${server.url}/readyz`)).status;

/** PostgreSQL stops at once, as in a crash, and has to recover what it committed from its log. */
async function crash(): Promise<void> {
  const pid = Number(readFileSync(join(postgres.directory, "postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(pid, "SIGQUIT");
  await expect.poll(ready, { timeout: 10_000 }).toBe(503);
}

describe("while PostgreSQL is away requests fail as 503, and when it is back all goes on without a restart", () => {
  it.each<[string, () => Promise<void>, () => Promise<void>]>([
    ["it crashes and is started again", crash, () => postgres.server.start()],
    ["its connections break and it takes no new ones", () => cable.cut(), () => cable.mend()],
    ["it falls silent", async () => cable.silence(), () => cable.mend()],
  ])(
    "%s",
    async (name, takeAway, bringBack) => {
      const load = startLoad(createWire(server.url), client);
      await load.reached(200, 50);
      await takeAway();
      await load.reached(503, 6);
      expect(await ready()).toBe(503);
      await sleep(200);
      await bringBack();
      const back = performance.now();
      await load.reached(200, 50);
      const seconds = Number(((performance.now() - back) / 1000).toFixed(1));
      await load.stop();
      expect(await ready()).toBe(200);
      expect([...load.statuses.keys()].toSorted()).toEqual([200, 503]);
      await expectNoHalves(world.db);
      const kept = await expectKept(createWire(server.url), client, load);
      tell(`PostgreSQL: ${name}`, { kept, refused: load.statuses.get(503) ?? 0, secondsUntilBack: seconds });
    },
    90_000,
  );
});
