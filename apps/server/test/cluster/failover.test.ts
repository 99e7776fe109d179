import pg from "pg";
import { expect, inject, it, onTestFinished } from "vitest";
import { expectKept, expectNoHalves } from "../faults/kept.ts";
import { testDatabases } from "../support/databases.ts";
import { tell } from "../support/tell.ts";
import { observe } from "./outage.ts";
import { startPair } from "./pair.ts";

const SECONDS = 0.6;
const NAME = "fluxer-failover";
const open = testDatabases("postgres");

async function cutAll(): Promise<void> {
  const client = new pg.Client(inject("postgresUrl"));
  await client.connect();
  await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1", [
    NAME,
  ]);
  await client.end();
}

it("two servers behind a balancer lose nothing and spend nothing twice while one is killed, both are restarted in turn, and their connections to PostgreSQL end", async () => {
  const pair = await startPair(`${await open.newUrl()}&application_name=${NAME}`);
  onTestFinished(() => pair.stop());
  const { load, wire, client, world } = pair;
  await load.reached(200, 50);
  const killed = await observe(load, "killed", SECONDS, pair.killOne);
  const rolled = await observe(load, "restarted in turn", SECONDS, pair.restartAll);
  const cut = await observe(load, "connections to PostgreSQL ended", SECONDS, cutAll);
  await load.stop();

  // Who was being answered by the one that was killed is told so; nobody else notices.
  expect(Object.keys(killed.errors).filter((status) => status !== "502")).toEqual([]);
  expect(killed.errors["502"] ?? 0).toBeLessThanOrEqual(6);
  expect(rolled.errors).toEqual({});
  expect(Object.keys(cut.errors).filter((status) => status !== "503")).toEqual([]);
  await expectNoHalves(world.db);
  const kept = await expectKept(wire, client, load);
  for (const { event, requests, secondsToRecover } of [killed, rolled, cut])
    tell(`failover: ${event}`, { requests, secondsToRecover });
  tell("failover", { kept });
}, 90_000);
