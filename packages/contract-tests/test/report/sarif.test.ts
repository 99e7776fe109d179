import type { Log, Result } from "sarif";
import { beforeAll, describe, expect, test } from "vitest";
import { groupFindings } from "../../src/engine/index.ts";
import { type Context, createContext } from "../../src/engine/report/context.ts";
import { sarifOf } from "../../src/engine/report/sarif.ts";
import { context as contextOf, options, text } from "../support/reports.ts";

let context: Context;
let log: Log;
let results: Result[];

beforeAll(async () => {
  context = await contextOf();
  log = JSON.parse(sarifOf(context));
  results = log.runs[0]?.results ?? [];
});

const lineOf = (result: Result | undefined) =>
  result?.locations?.[0]?.physicalLocation?.region?.startLine ?? 0;
const prints = (log: Log) => log.runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints);

describe("SARIF", () => {
  test("has one result for each finding, under a rule that the tool explains", () => {
    expect(log.version).toBe("2.1.0");
    expect(results).toHaveLength(groupFindings(context.report.findings).length);
    const rules = log.runs[0]?.tool.driver.rules ?? [];
    for (const { ruleId, ruleIndex = -1, level } of results) {
      expect(rules[ruleIndex]?.id).toBe(ruleId);
      expect(rules[ruleIndex]?.help?.text.length).toBeGreaterThan(40);
      expect(level).toBe("error");
    }
  });

  test("points at the line of the document that was broken, in the document that was used", () => {
    const member = results.find(({ message }) => message.text?.includes("/told is not documented"));
    expect(member?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe("openapi/library.json");
    expect(text.split("\n")[lineOf(member) - 1]).toMatch(/^ +"schema": \{$/);
    const status = results.find(({ message }) => message.text?.includes("documented status 204"));
    expect(text.split("\n")[lineOf(status) - 1]).toMatch(/^ +"204": \{$/);
    const silent = results.find(({ ruleId }) => ruleId === "no-answer");
    expect(text.split("\n")[lineOf(silent) - 1]).toMatch(/^ +"delete": \{$/);
  });

  test("has the same fingerprints when the same faults are seen again, whatever the values, and each but once", async () => {
    const again: Log = JSON.parse(sarifOf(await contextOf({ seed: 5 })));
    expect(new Set(prints(again)?.map((print) => JSON.stringify(print)))).toEqual(
      new Set(prints(log)?.map((print) => JSON.stringify(print))),
    );
    const all = prints(log)?.map((print) => print?.primaryLocationLineHash);
    expect(new Set(all).size).toBe(results.length);
  });

  test("has another fingerprint for another fault", () => {
    const [finding] = context.report.findings;
    const printOf = (change: object): string => {
      const report = { ...context.report, findings: finding ? [{ ...finding, ...change }] : [] };
      const run: Log = JSON.parse(sarifOf(createContext(report, options.tool, options.source)));
      return JSON.stringify(prints(run));
    };
    const same = [printOf({ message: 'x is "a", expected 1' }), printOf({ message: 'x is "b", expected 2' })];
    expect(new Set(same).size).toBe(1);
    const others = [
      { message: "y is absent" },
      { operationId: "search" },
      { pointer: "#/info" },
      { rule: "schema" },
    ];
    expect(new Set([same[0], ...others.map(printOf)]).size).toBe(5);
  });

  test("holds the request and its answer without secrets, and how to see it again", () => {
    const { webRequest, webResponse, properties } =
      results.find(({ message }) => message.text?.includes("/told is not documented")) ?? {};
    expect(webRequest?.target).toMatch(/^http:\/\/library\.test\/(api\/)?categories$/);
    expect(webResponse?.statusCode).toBe(200);
    expect(webResponse?.body?.text).toContain('"told":"it is ***"');
    expect(properties).toMatchObject({ seed: 4, again: expect.stringMatching(/^again readCategories: /) });
    const times = results.reduce((sum, { occurrenceCount = 0 }) => sum + occurrenceCount, 0);
    expect(times).toBe(context.report.findings.length);
    expect(JSON.stringify(log)).not.toContain("s3cr3t");
  });

  test("says so when the run ended early", () => {
    const report = { ...context.report, stopped: "it was interrupted" };
    const run: Log = JSON.parse(sarifOf({ ...context, report }));
    expect(run.runs[0]?.invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      exitCodeDescription: "it was interrupted",
    });
  });
});
