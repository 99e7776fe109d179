import { type ConformanceOptions, runConformance, summaryOf } from "@fluxer-oauth2/contract-tests";
import { describe, expect, it } from "vitest";
import type { Config } from "../src/config.ts";
import { suiteOptionsOf } from "./support/conformance.ts";
import { describeDatabases, type TestDatabases, testDatabases } from "./support/databases.ts";
import { startHost } from "./support/host.ts";
import { startServer } from "./support/server.ts";

const PATIENCE = 120_000;

/** Runs the suite; a failing run shows its summary, which says what to send to see it again. */
async function conform(options: ConformanceOptions) {
  const report = await runConformance({ seed: 1, ...options });
  if (report.findings.length > 0) expect.fail(summaryOf(report));
  return report;
}

async function inProcess(open: TestDatabases, settings: Partial<Config>, only?: RegExp) {
  const host = await startHost(open, settings);
  const { config, ...options } = await suiteOptionsOf(host);
  return conform({ ...options, config: { ...config, rateLimits: settings.rateLimits ?? false }, only });
}

describeDatabases("the provider conforms to its document", (open) => {
  it("in every status that can be had from outside", { timeout: PATIENCE }, async () => {
    const report = await inProcess(open, { rateLimits: false });
    const unseen = report.coverage.filter(({ state }) => state !== "reached").map(({ status }) => status);
    expect(new Set(unseen)).toEqual(new Set(["408", "429", "500", "503"]));
    expect(report.leftBehind).toEqual([expect.stringMatching(/accounts/), expect.stringMatching(/guilds/)]);
    expect(report.skipped.filter(({ statuses }) => !statuses.includes(429))).toEqual([]);
  });
});

describe("the provider conforms to its document", () => {
  it("in the 429 of every operation", { timeout: PATIENCE }, async () => {
    const { coverage } = await inProcess(testDatabases("sqlite"), { rateLimits: true }, /rate limit/);
    const missed = coverage.filter(({ status, state }) => status === "429" && state !== "reached");
    expect(missed).toEqual([]);
  });

  it("over HTTP, as the command sees it", { timeout: PATIENCE }, async () => {
    const server = await startServer({ RATE_LIMITS: "off" });
    try {
      await conform({ baseUrl: server.url });
    } finally {
      await server.stop();
    }
  });
});
