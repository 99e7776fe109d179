import { type ConformanceOptions, runConformance, summaryOf } from "@fluxer-oauth2/contract-tests";
import { complianceTable } from "@fluxer-oauth2/contract-tests/engine";
import { describe, expect, it } from "vitest";
import type { Config } from "../src/config.ts";
import { suiteOptionsOf } from "./support/conformance.ts";
import { describeDatabases, type TestDatabases, testDatabases } from "./support/databases.ts";
import { type Host, startHost } from "./support/host.ts";
import { startServer } from "./support/server.ts";
import { type AnyRow, dump } from "./support/tables.ts";

/** Written anew by npm run compliance:table. */
const TABLE = "../../../packages/contract-tests/COMPLIANCE.md";
const RULES = `# Rules of the standards

What the suite asks of a server beyond the document, and how the provider in this repository answers, on SQLite and PostgreSQL
alike. Written by \`npm run compliance:table\` from a run; \`npm test\` fails when it is not what a run says.`;
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
  const before = await belongings(host);
  const limited = { ...config, rateLimits: settings.rateLimits ?? false };
  const report = await conform({ ...options, config: limited, only });
  expect(await belongings(host)).toEqual(before);
  return report;
}

/** What a run may make and must take away again. */
async function belongings({ db, clock }: Host) {
  const { applications = [], consents = [], sessions = [] } = Object.fromEntries(await dump(db));
  const isOpen = ({ expiresAt }: AnyRow) => Number(expiresAt) > clock.now();
  // The sessions from before the run may have expired in it.
  const signedIn = sessions.filter(isOpen).length > 1;
  return { applications: applications.map(({ id }) => id), consents, signedIn };
}

describeDatabases("the provider conforms to its document", (open) => {
  it("in every status that can be had from outside", { timeout: PATIENCE }, async () => {
    const report = await inProcess(open, { rateLimits: false });
    const unseen = report.coverage.filter(({ state }) => state !== "reached").map(({ status }) => status);
    expect(new Set(unseen)).toEqual(new Set(["408", "429", "500", "503"]));
    expect(report.items.filter(({ state }) => state === "missing")).toEqual([]);
    const lasting = [/accounts/, /guilds/, /connections/].map((name) => expect.stringMatching(name));
    expect(report.leftBehind).toEqual(lasting);
    expect(report.skipped.filter(({ statuses }) => !statuses.includes(429))).toEqual([]);
    await expect(`${RULES}\n\n${complianceTable(report.compliance)}\n`).toMatchFileSnapshot(TABLE);
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
