import { expect, it } from "vitest";
import { type Fetch, run } from "../../src/engine/index.ts";
import { faulty, sampleOf, specFaults } from "../../src/faults/index.ts";
import { adapter, library, spec } from "../support/library.ts";

const all = specFaults(spec);
const sample = sampleOf(all);

function hold(fetch: Fetch) {
  return run({ spec, adapter, fetch, baseUrl: "http://library.example", seed: 1, bail: true });
}

it("any document gives faults of every family for every operation, by the same names each time", () => {
  const names = all.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(specFaults(spec).map(({ name }) => name)).toEqual(names);
  const operations = new Set(spec.operations.map(({ id }) => id));
  expect(new Set(all.map(({ operationId }) => operationId))).toEqual(operations);
  const families = new Set(all.map(({ family }) => family));
  expect([...families].toSorted()).toEqual([
    "request envelope",
    "request value",
    "response envelope",
    "response property",
  ]);
});

it("a sample has the same faults in whatever order they come, and only such as can be had at will", () => {
  const names = sample.map(({ name }) => name).toSorted();
  expect(
    sampleOf(all.toReversed())
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(names);
  expect(sample.every(({ isCertain }) => isCertain)).toBe(true);
  expect(names.filter((name) => /^[^ ]+ (?:429|5..) /.test(name))).toEqual([]);
});

it("without a fault the wrapper changes nothing", async () => {
  const { fetch, changes } = faulty(spec, { start: () => ({}) }, library);
  expect((await hold(fetch)).findings).toEqual([]);
  expect(changes).toEqual([]);
});

it("a fault is told of only when it changed an answer", async () => {
  const fault = all.find(({ name }) => name === "listBooks 200 [].title: dropped");
  if (!fault) throw new Error("the document has another shape");
  const { fetch, changes } = faulty(spec, fault, library);
  await fetch(new Request("http://library.example/categories"));
  expect(changes).toEqual([]);
  const asked = { headers: { "x-card": "reader-card-1" } };
  const response = await fetch(new Request("http://library.example/books", asked));
  expect(JSON.stringify(await response.json())).not.toContain("title");
  expect(changes).toEqual([{ request: "GET /books", what: "the body of the 200 is another" }]);
});

it("the engine finds 98 of 100 in any server, knowing its document alone", { timeout: 120_000 }, async () => {
  const missed: string[] = [];
  for (const fault of sample) {
    const { findings } = await hold(faulty(spec, fault, library).fetch);
    if (findings.length === 0) missed.push(fault.name);
  }
  expect(sample.length).toBeGreaterThan(90);
  expect(missed.length / sample.length, missed.join("\n")).toBeLessThanOrEqual(0.02);
});
