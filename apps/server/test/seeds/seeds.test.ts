import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { runConformance } from "@fluxer-oauth2/contract-tests";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../batch/command-line.ts";
import { startProvider } from "../../faults/provider.ts";
import { readOptions } from "../../seeds/options.ts";
import { digestOf, type Run } from "../../seeds/run.ts";
import { isClean, outcomeOf, summaryOf } from "../../seeds/summary.ts";

const SOME = /^createConnection: /;

async function digest(seed: number, only = SOME, status?: number): Promise<string> {
  await using provider = await startProvider();
  const fetch = async (request: Request) => {
    const response = await provider.fetch(request);
    return status === undefined ? response : new Response(response.body, { ...response, status });
  };
  const { config } = provider;
  return digestOf(await runConformance({ baseUrl: "http://localhost", fetch, config, seed, only }));
}

describe("the digest of a report", () => {
  it("is that of another run with the same seed, and of none with another seed", {
    timeout: 60_000,
  }, async () => {
    const first = await digest(7);
    expect(await digest(7)).toBe(first);
    expect(await digest(8)).not.toBe(first);
  });

  it("is another as soon as one answer is", { timeout: 60_000 }, async () => {
    const one = /^getPublicApplication: succeeds/;
    expect(await digest(1, one, 203)).not.toBe(await digest(1, one));
  });
});

describe("the outcome of many runs", () => {
  const run: Run = {
    seed: 1,
    round: 0,
    findings: [],
    digest: "a",
    cases: 9,
    requests: 9,
    milliseconds: 1000,
  };

  it("is clean without findings, and when equal seeds gave equal reports", () => {
    const outcome = outcomeOf([run, { ...run, round: 1 }, { ...run, seed: 2, digest: "b" }]);
    expect(isClean(outcome)).toBe(true);
    expect(summaryOf(outcome)).toMatch(
      /2 seeds .* no false alarms\. One seed 2 times: no report that differs/,
    );
  });

  it("tells each finding, and each report that differs", () => {
    const alarm = { ...run, seed: 3, findings: ["a case: wrong"] };
    const flake = { ...run, round: 1, digest: "b" };
    const outcome = outcomeOf([run, flake, alarm]);
    expect(isClean(outcome)).toBe(false);
    expect(summaryOf(outcome)).toMatch(
      /1 false alarms.*1 report that differs.*seed 3: a case: wrong.*seed 1, time 2/s,
    );
  });
});

describe("the command", () => {
  it("refuses what it does not understand", () => {
    for (const args of [["--count", "0"], ["--jobs", "x"], ["--resume"], ["--nonsense"]]) {
      expect(() => readOptions(args)).toThrow(UsageError);
    }
  });

  it("says how it is used, and ends with 2 where it is not", async () => {
    const main = join(import.meta.dirname, "../../seeds/main.ts");
    const run = promisify(execFile);
    expect((await run(process.execPath, [main, "--help"])).stdout).toContain("npm run seeds");
    await expect(run(process.execPath, [main, "--from", "-1"])).rejects.toMatchObject({ code: 2 });
  });
});
