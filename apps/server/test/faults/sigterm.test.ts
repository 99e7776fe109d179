import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { requests } from "../support/requests.ts";
import { startServer } from "../support/server.ts";
import { tell } from "../support/tell.ts";
import { createWire } from "../support/wire.ts";
import { createWorld } from "../support/world.ts";
import { expectKept, expectNoHalves } from "./kept.ts";
import { startLoad } from "./load.ts";

const HELD = 10;

describeDatabases("SIGTERM under load", (open) => {
  it("whatever the server began it answers, then it exits with 0, and nothing is half done", async () => {
    const url = await open.newUrl();
    const world = await createWorld(await open({ url }));
    const client = await world.addClient(await world.addPerson());
    const codes = await Promise.all(Array.from({ length: HELD }, () => world.addCode(client)));
    const environment = { DATABASE_URL: url, SECRET_KEY: "k".repeat(43), RATE_LIMITS: "off" };
    const server = await startServer(environment);
    const wire = createWire(server.url);
    const load = startLoad(wire, client);
    await load.reached(200, 50);

    // Requests that the server has begun to read, and whose end arrives after the signal.
    const held = await Promise.all(codes.map(({ code }) => wire.hold(requests.exchange(client, code))));
    await sleep(200);
    const begun = performance.now();
    server.process.kill("SIGTERM");
    await sleep(200);
    const answers = await Promise.all(held.map((each) => each.go()));
    expect(answers.map(({ status }) => status)).toEqual(Array(HELD).fill(200));

    expect(await server.exited).toBe(0);
    const seconds = Number(((performance.now() - begun) / 1000).toFixed(1));
    await load.stop();
    await server.stop();
    expect(seconds).toBeLessThan(5);
    expect([...load.statuses.keys()].toSorted()).toEqual([0, 200]);
    await expectNoHalves(world.db);
    // A request without an answer was never begun: its code is as it was.
    const unanswered = load.promised.filter(({ isExchangeAsked, pair }) => isExchangeAsked && !pair);
    for (const each of unanswered) each.isExchangeAsked = false;

    const next = await startServer({ ...environment, REFRESH_RETRY_WINDOW: "300" });
    const kept = await expectKept(createWire(next.url), client, load);
    await next.stop();
    const refused = load.failures.filter((code) => code === "ECONNREFUSED").length;
    // Also not one that reached an idle connection in the instant of the signal.
    expect(load.failures.length - refused).toBe(0);
    tell(`SIGTERM, ${open.dialect}`, { seconds, kept, refused, answeredAfterTheSignal: HELD });
  }, 60_000);
});
