import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { drain, listen } from "../../src/http/listen.ts";
import { testDatabases } from "../support/databases.ts";
import { startHost } from "../support/host.ts";
import { makeCase } from "./cases.ts";
import { createCast, createVictim } from "./cast.ts";
import { createLogCheck } from "./log-lines.ts";
import { count, FUZZ_PATIENCE, numbersFrom, seed } from "./settings.ts";
import { bytesOf, faultOnWire } from "./wire.ts";

/** Many, because most of those that are cut short wait for more. */
const TOGETHER = 64;

const open = testDatabases("sqlite");

it("[A39] [A42] broken bytes on the wire never make the server fail, hang or stop", {
  timeout: FUZZ_PATIENCE,
}, async () => {
  const log = createLogCheck();
  const host = await startHost(open, { logLevel: "trace" }, log.keep);
  const cast = await createCast(host, await createVictim(host));
  const server = await listen(host.app, "127.0.0.1", 0);
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const numbers = numbersFrom(0, Math.ceil(count / 20));
  const faults: string[] = [];
  const started = performance.now();

  const rest = numbers.values();
  async function sendSome(): Promise<void> {
    for (const number of rest) {
      const bytes = bytesOf(seed, makeCase(seed, number, cast));
      const fault = await faultOnWire(port, bytes);
      if (fault) faults.push(`FUZZ_SEED=${seed} FUZZ_CASE=${number}: ${fault}\n${bytes.toString("base64")}`);
    }
  }
  await Promise.all(Array.from({ length: TOGETHER }, sendSome));

  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`fuzz wire: FUZZ_SEED=${seed}, ${numbers.length} requests in ${seconds} s`);
  expect(faults).toEqual([]);
  expect(log.bad).toEqual([]);
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  await drain(server);
});
