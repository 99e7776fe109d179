import { summaryOf } from "@fluxer-oauth2/contract-tests";
import { renderReports } from "@fluxer-oauth2/contract-tests/engine";
import { beforeAll, describe, expect, it } from "vitest";
import { createSearch } from "./scans/search.ts";
import { type Secret, secretsOf } from "./scans/secrets.ts";
import { troubledReport } from "./support/conformance-report.ts";
import { testDatabases } from "./support/databases.ts";

describe("the reports of a run against a provider that tells its secrets everywhere", () => {
  const texts = new Map<string, string>();
  let raw: string[];
  let secrets: readonly Secret[];

  beforeAll(async () => {
    const { report, options, exchanges } = await troubledReport(testDatabases("sqlite"), /succeeds|RFC 6749/);
    for (const { name, text } of renderReports(report, options)) texts.set(name, text);
    texts.set("summary", summaryOf(report, options.tool));
    secrets = secretsOf(exchanges).filter(({ isHash }) => !isHash);
    raw = exchanges.flatMap(({ sent, headers, body }) => [sent, body, ...headers.map(([, value]) => value)]);
  }, 60_000);

  it("know of many secrets, which were on the wire", () => {
    const search = createSearch(secrets);
    expect(secrets.length).toBeGreaterThan(100);
    expect(new Set(raw.flatMap(search)).size).toBeGreaterThan(secrets.length * 0.9);
    expect(texts.get("summary")).toContain("/debug is not documented");
  });

  it.each(["junit.xml", "exchanges.har", "findings.sarif", "report.html", "summary"])(
    "hold none in %s",
    (name) => {
      const text = texts.get(name) ?? "";
      expect(text.length).toBeGreaterThan(1000);
      expect(text).toContain("***");
      const search = createSearch(secrets);
      expect(search(text).map((secret) => secret.name)).toEqual([]);
      // As they stand in a URL, and inside other JSON.
      expect(
        search(decodeURIComponent(text.replaceAll(/%(?![0-9a-f]{2})|%[89a-f][0-9a-f]/gi, ""))).length,
      ).toBe(0);
    },
  );
});
