import { expect, it } from "vitest";
import { testDatabases } from "../support/databases.ts";
import { startHost } from "../support/host.ts";
import { makeCase } from "./cases.ts";
import { createCast, createVictim } from "./cast.ts";
import { createLogCheck } from "./log-lines.ts";
import { fuzz } from "./run.ts";

const open = testDatabases("sqlite");

it("the fuzzer tells of an answer that may not be, of a throw, and how to see either again", async () => {
  const host = await startHost(open);
  const victim = await createVictim(host);
  const see = async (fetch: typeof host.fetch) =>
    (await fuzz({ ...host, fetch }, victim, { seed: 1, numbers: [3] })).faults;

  expect(await see(async () => new Response("{}", { status: 500 }))).toEqual([
    expect.stringMatching(/^FUZZ_SEED=1 FUZZ_CASE=3: 500 is not documented: \{\}\n.*curl -gi .*$/),
  ]);
  expect(await see(() => Promise.reject(new Error("thrown")))).toEqual([
    expect.stringMatching(/FUZZ_CASE=3: threw Error: thrown/),
  ]);
});

it("the fuzzer makes the same request of the same seed and number", async () => {
  const host = await startHost(open);
  const cast = await createCast(host, await createVictim(host));
  expect(makeCase(1, 3, cast)).toEqual(makeCase(1, 3, cast));
  expect(makeCase(1, 4, cast)).not.toEqual(makeCase(1, 3, cast));
  expect(makeCase(2, 3, cast)).not.toEqual(makeCase(1, 3, cast));
});

it.each([
  ['{"level":30,"time":1,"msg":"x"}\n', 0],
  ['{"level":30,"time":1}\n{"level":60,"time":1}\n', 1],
  ['{"level":60,"time":1,"msg":"forged"}\n', 1],
  ['{"level":50,"time":1,"status":500}\n', 1],
  ["text\n", 1],
  ['{"level":30,"time":1}', 1],
])("of the log line %j the fuzzer complains %i times", (line, times) => {
  const log = createLogCheck();
  log.keep(line);
  expect(log.bad).toHaveLength(times);
});
