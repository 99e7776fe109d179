import { formats } from "@fluxer-oauth2/contract/formats";
import { describe, expect, test } from "vitest";
import { loadSpec, run } from "../../src/engine/index.ts";
import { adapter, createHarbour, document, listen, spec } from "../support/harbour.ts";

const baseUrl = "http://harbour.test";
const start = (options: Partial<Parameters<typeof run>[0]> = {}) =>
  run({ spec, adapter, fetch: createHarbour(), baseUrl, seed: 1, ...options });

describe("an unrelated API, with every kind of parameter and body", () => {
  test("has no findings, and everything that its document says is sent and seen, or the reason is listed", async () => {
    const { findings, coverage, items } = await start();
    expect(findings).toEqual([]);
    expect(coverage.filter(({ state }) => state === "missing")).toEqual([]);
    expect(items.filter(({ state }) => state === "missing")).toEqual([]);
    const reached = items.filter(({ state }) => state === "reached").map(({ name }) => name);
    expect(reached).toEqual(
      expect.arrayContaining([
        "query length: min: maximum 400, beyond the limit",
        "query piers: maxItems 3, at the limit",
        "header X-Fields, left out",
        "cookie berth: minimum 1, at the limit",
        "query where: port: maxLength 5, at the limit",
        "dependentRequired length, beyond the limit",
      ]),
    );
  });

  test("is the same over HTTP", async () => {
    const { url, server } = await listen(createHarbour());
    const [near, far] = [await start(), await start({ fetch: globalThis.fetch, baseUrl: url })];
    server.close();
    expect(far.findings).toEqual([]);
    expect(far.items).toEqual(near.items);
  }, 60_000);

  test("a style that the suite does not write is told with every case and item that would need it", async () => {
    const { skipped, items } = await start({ only: /readMoon|moon/ });
    expect(new Set(skipped.map(({ reason }) => reason))).toEqual(
      new Set(["the suite does not write the style matrix of the parameter phase"]),
    );
    expect(items.length).toBeGreaterThan(0);
  });

  test("a keyword that the suite makes no values for is listed by its name", async () => {
    const changed = structuredClone(document);
    Object.assign(changed.components.schemas.Tank, { propertyNames: { maxLength: 9 } });
    const { items } = await start({ spec: loadSpec(changed, formats) });
    const [found] = items.filter(({ name }) => name === "tank: propertyNames");
    expect(found).toMatchObject({
      state: "unreachable",
      reason: "the suite makes no values for the keyword propertyNames",
    });
  });
});

/** Every bound that the server knows, as it asks for them in a run without a fault. */
async function boundsOf(): Promise<readonly [what: string, bound: number][]> {
  const bounds = new Map<string, number>();
  const keep = (what: string, bound: number) => {
    bounds.set(what, bound);
    return bound;
  };
  await start({ fetch: createHarbour(keep) });
  return [...bounds].filter(([what, bound]) => !UNTOLD.has(what) && bound !== Number.MAX_SAFE_INTEGER);
}

// Bounds of the server that its document does not have: an empty text or list is the least that there is.
const UNTOLD = new Set([
  "flags least",
  "piers least",
  "fields least",
  "owner least",
  "mark least",
  "words least",
  "scan least",
]);
// An empty list is nothing on the wire, and a list of none is a parameter that is not there.
const UNSENDABLE = new Set(["kinds least", "weights least"]);

describe("a server that is one off", () => {
  test("at any bound is found, whether it refuses what is just allowed or takes what is just too much", async () => {
    const bounds = await boundsOf();
    expect(bounds.length).toBeGreaterThan(35);
    const missed: string[] = [];
    for (const [what] of bounds) {
      for (const widens of [false, true]) {
        if (widens && UNSENDABLE.has(what)) continue;
        const size = what.startsWith("passengers") ? 10 : 1;
        const step = what.endsWith("most") === widens ? size : -size;
        const fetch = createHarbour((each, bound) => (each === what ? bound + step : bound));
        const { findings } = await start({ fetch, bail: true });
        if (findings.length === 0) missed.push(`${what} ${widens ? "too wide" : "too narrow"}`);
      }
    }
    expect(missed).toEqual([]);
  }, 120_000);
});
