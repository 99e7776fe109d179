import { formats } from "@fluxer-oauth2/contract/formats";
import { describe, expect, test } from "vitest";
import {
  type Adapter,
  type Fetch,
  loadSpec,
  NotTested,
  type RunOptions,
  run,
  type Spec,
  summaryOf,
  Unreachable,
} from "../../src/engine/index.ts";
import document from "../support/library.json" with { type: "json" };
import { adapter, library, spec } from "../support/library.ts";

const baseUrl = "http://library.test";

function start(options: Partial<RunOptions> = {}) {
  return run({ spec, adapter, fetch: library, baseUrl, seed: 1, ...options });
}

/** The same document with one more status on the list of books. */
function withStatus(status: string): Spec {
  const changed = structuredClone(document);
  Object.assign(changed.paths["/books"].get.responses, { [status]: { description: "More" } });
  return loadSpec(changed, formats);
}

describe("nothing is passed over silently", () => {
  test("a documented status that no answer had is a finding", async () => {
    const { findings } = await start({ spec: withStatus("418") });
    expect(findings).toMatchObject([
      { rule: "not-reached", operationId: "listBooks", message: "no answer had the documented status 418" },
    ]);
  });

  test("a class of statuses is not reached by a status that is documented itself", async () => {
    const { findings } = await start({ spec: withStatus("2XX") });
    expect(findings.map(({ message }) => message)).toEqual(["no answer had the documented status 2XX"]);
  });

  test("unless somebody says why it cannot be had, which the summary then tells", async () => {
    const known: Adapter = {
      ...adapter,
      unreachable: (_, status) => (status === "418" ? "no teapot here" : "so it is"),
    };
    const report = await start({ spec: withStatus("418"), adapter: known });
    expect(report.findings).toEqual([]);
    expect(summaryOf(report)).toContain("418: no teapot here (listBooks)");
  });

  test("a case that cannot be tried is listed with its reason, and so are the statuses that only it would show", async () => {
    const authorize: Adapter["authorize"] = (call, operation, alternative) => {
      if ("librarian" in alternative) throw new NotTested("there is no librarian");
      return adapter.authorize(call, operation, alternative);
    };
    const report = await start({ adapter: { ...adapter, authorize } });
    expect(report.findings).toEqual([]);
    expect(report.coverage).toContainEqual({
      operationId: "removeBook",
      status: "204",
      count: 0,
      state: "unreachable",
      reason: "there is no librarian",
    });
    expect(summaryOf(report)).toMatch(
      /Not tested:\n {2}- there is no librarian \(addBook: succeeds .* more\)/,
    );
  });

  test("a run of some cases does not miss what the others would have shown", async () => {
    const report = await start({ only: /readCategories: succeeds/ });
    expect(report.findings).toEqual([]);
    expect(new Set(report.coverage.map(({ state }) => state))).toEqual(new Set(["reached", "untried"]));
    expect(new Set(report.exchanges.map(({ case: title }) => title.split(":")[0]))).toEqual(
      new Set(["readCategories"]),
    );
  });
});

test("what only somebody who knows the API can see in an answer is a finding too", async () => {
  const inspect: Adapter["inspect"] = ({ id }, { status }) =>
    id === "search" && status === 200 ? ["no hits"] : [];
  const { findings } = await start({ adapter: { ...adapter, inspect } });
  expect(new Set(findings.map(({ message }) => message))).toEqual(new Set(["no hits"]));
});

describe("no false alarm", () => {
  const titles = async (seed: number) => {
    const seen: string[] = [];
    await start({ seed, onProgress: ({ title }) => seen.push(title) });
    return seen;
  };

  test("the same seed plans the same cases in the same order", async () => {
    const [first, second] = [await titles(7), await titles(7)];
    expect(first).toEqual(second);
    expect(new Set(first).size).toBe(first.length);
  });

  test("the same seed gives the same report, times aside", async () => {
    const told = async (seed: number) => {
      const { findings, coverage, items, skipped, results, exchanges } = await start({ seed });
      const sent = exchanges.map(({ request: { method, url, body } }) => ({ method, url, body }));
      const cases = results.map(({ title, state, reason }) => ({ title, state, reason }));
      return { findings, coverage, items, skipped, cases, sent };
    };
    expect(await told(7)).toEqual(await told(7));
  });

  test("another seed sends other values, and tries the same things in another order", async () => {
    const sent = async (seed: number) =>
      (await start({ seed })).exchanges.map(({ request }) => `${request.url} ${request.body}`);
    const [first, second] = [await sent(1), await sent(2)];
    expect(second.length).toBe(first.length);
    expect(second.filter((each) => !first.includes(each)).length).toBeGreaterThan(5);
    const [one, two] = [await titles(1), await titles(2)];
    expect(two).not.toEqual(one);
    expect(two.toSorted()).toEqual(one.toSorted());
  });

  test("a value that is only wrong until it is written as text is not sent", async () => {
    const all = await titles(1);
    expect(all).toContain("search: text: of type boolean (application/json)");
    expect(all).not.toContain("search: text: of type boolean (application/x-www-form-urlencoded)");
  });
});

describe("a server that does not answer", () => {
  const hangsUp = (after: number): Fetch => {
    let requests = 0;
    return (request) => {
      if (++requests > after) throw new TypeError("fetch failed", { cause: new Error("ECONNRESET") });
      return library(request);
    };
  };

  test("from the beginning is an error and no report", async () => {
    await expect(start({ fetch: hangsUp(0) })).rejects.toThrow(Unreachable);
  });

  test("later on is a finding, and ends the run when it answers nothing at all", async () => {
    const { findings, stopped, results, coverage } = await start({ fetch: hangsUp(100) });
    expect(findings.find(({ rule }) => rule === "no-answer")?.message).toMatch(
      /fetch failed \(ECONNRESET\)$/,
    );
    expect(stopped).toMatch(/^the server no longer answers \(GET http:.*fetch failed \(ECONNRESET\)\)$/);
    expect(results.slice(-3).map(({ state }) => state)).toEqual(["failed", "failed", "failed"]);
    expect(findings.some(({ rule }) => rule === "not-reached")).toBe(false);
    expect(coverage.some(({ state }) => state === "untried")).toBe(true);
  });

  test("on some requests only is asked the others all the same", async () => {
    const whole = await start();
    const isHere = ({ method, url }: Request) => method === "POST" && url.endsWith("/search");
    const { stopped, results } = await start({
      fetch: (request) => {
        if (isHere(request)) throw new TypeError("fetch failed", { cause: new Error("ECONNRESET") });
        return library(request);
      },
    });
    expect(stopped).toBeUndefined();
    expect(results).toHaveLength(whole.results.length);
  });

  test("may close the connection on a body that is too large", async () => {
    const fetch: Fetch = async (request) => {
      const response = await library(request);
      if (response.status === 413) throw new TypeError("fetch failed", { cause: new Error("EPIPE") });
      return response;
    };
    const { findings, coverage } = await start({ fetch });
    expect(findings).toEqual([]);
    expect(coverage.find(({ status }) => status === "413")?.reason).toMatch(/closes the connection/);
  });
});

describe("a server that limits requests", () => {
  const limited = (every: number): Fetch => {
    let requests = 0;
    return (request) => {
      const isHere = new URL(request.url).pathname === "/books" && /^(?:GET|POST)$/.test(request.method);
      if (!isHere || ++requests % every > 0) return library(request);
      return Response.json(
        { title: "Slowly", status: 429 },
        { status: 429, headers: { "retry-after": "3" } },
      );
    };
  };
  const documented = structuredClone(document);
  for (const operation of [documented.paths["/books"].get, documented.paths["/books"].post]) {
    Object.assign(operation.responses, {
      "429": { description: "Slowly", content: { "application/json": {} } },
    });
  }

  test("is asked again after the time that it names", async () => {
    const waits: number[] = [];
    const waitForLimit: Adapter["waitForLimit"] = async (seconds) => waits.push(seconds) > 0;
    const patient = { ...adapter, waitForLimit };
    const report = await start({ spec: loadSpec(documented, formats), adapter: patient, fetch: limited(7) });
    expect(waits.length).toBeGreaterThan(5);
    expect(new Set(waits)).toEqual(new Set([3]));
    expect(report.findings.filter(({ rule }) => rule !== "expectation")).toEqual([]);
    expect(report.skipped).toEqual([]);
  });

  test("leaves cases untested when that would take too long", async () => {
    const report = await start({ spec: loadSpec(documented, formats), fetch: limited(7) });
    expect(report.skipped.at(0)?.reason).toBe("the server limits requests here and asks to wait 3 s");
  });
});

test("a run that is interrupted finishes its case, cleans up and tells what it saw until then", async () => {
  const controller = new AbortController();
  let cleaned = 0;
  const cleanUp: Adapter["cleanUp"] = async () => {
    cleaned++;
    return ["one shelf"];
  };
  const report = await start({
    adapter: { ...adapter, cleanUp },
    signal: controller.signal,
    onProgress: ({ done }) => done === 4 && controller.abort(),
  });
  expect(report).toMatchObject({ stopped: "it was interrupted", cases: 5, leftBehind: ["one shelf"] });
  expect(report.findings).toEqual([]);
  expect(cleaned).toBe(1);
});

test("every case that ran has its result, and every exchange the time it began", async () => {
  const before = Date.now();
  const { results, cases, exchanges, skipped } = await start();
  expect(results).toHaveLength(cases);
  expect(results.filter(({ state }) => state === "skipped").map(({ title }) => title)).toEqual(
    skipped.map((each) => each.case),
  );
  expect(results.every(({ milliseconds }) => milliseconds >= 0)).toBe(true);
  const times = exchanges.map(({ startedAt }) => startedAt);
  expect(times).toEqual(times.toSorted((left, right) => left - right));
  expect(times[0]).toBeGreaterThanOrEqual(before);
});
