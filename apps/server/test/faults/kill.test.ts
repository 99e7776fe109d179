import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { startServer } from "../support/server.ts";
import { tell } from "../support/tell.ts";
import { createWire } from "../support/wire.ts";
import { createWorld } from "../support/world.ts";
import { expectKept, expectNoHalves } from "./kept.ts";
import { startLoad } from "./load.ts";

const KILLS = Number(process.env.FAULT_KILLS ?? 3);

describeDatabases("kill -9 under load", (open) => {
  it("whatever was acknowledged is there after the restart and works, and nothing is half done", async () => {
    const url = await open.newUrl();
    const world = await createWorld(await open({ url }));
    const client = await world.addClient(await world.addPerson());
    const secret = randomBytes(32).toString("base64url");
    const environment = {
      DATABASE_URL: url,
      SECRET_KEY: secret,
      RATE_LIMITS: "off",
      REFRESH_RETRY_WINDOW: "300",
    };
    let [server, kept] = [await startServer(environment), 0];
    for (let kill = 0; kill < KILLS; kill++) {
      const load = startLoad(createWire(server.url), client);
      await load.reached(200, 50);
      await sleep(Math.random() * 500);
      server.process.kill("SIGKILL");
      await load.reached(0, 1);
      await load.stop();
      await server.stop();
      server = await startServer(environment);
      await expectNoHalves(world.db);
      kept += await expectKept(createWire(server.url), client, load);
      expect([...load.statuses.keys()].toSorted()).toEqual([0, 200]);
    }
    expect(await server.stop()).toBe(0);
    tell(`kill -9, ${open.dialect}`, { kills: KILLS, kept });
  }, 120_000);
});
