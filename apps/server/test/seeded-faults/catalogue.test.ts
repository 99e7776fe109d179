import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { generatedIn } from "@fluxer-oauth2/scripts/markdown";
import { describe, expect, it } from "vitest";
import { PATCHES } from "../../faults/catalogue/index.ts";
import { seededFaults } from "../../faults/faults.ts";
import { filesOf, type Patch, patched, StalePatch } from "../../faults/patch.ts";
import { SURVIVORS } from "../../faults/survivors.ts";
import { PART, READMES, TABLE } from "../../faults/table.ts";
import { byFamily } from "../../faults/verdict.ts";

const faults = seededFaults().map(({ fault }) => fault);

describe("the seeded faults", () => {
  it("are 150 at least: 60 of the document, 50 in the OAuth logic, 40 in who may do what", () => {
    const count = (families: RegExp) => faults.filter(({ family }) => families.test(family)).length;
    expect(count(/^re/)).toBeGreaterThanOrEqual(60);
    expect(count(/^oauth$/)).toBeGreaterThanOrEqual(50);
    expect(count(/^authentication$/)).toBeGreaterThanOrEqual(40);
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  });

  it.each(PATCHES.map((patch) => [patch.name, patch] as const))("%s still fits the source", (_, patch) => {
    for (const file of filesOf(patch)) expect(() => stripTypeScriptTypes(patched(patch, file))).not.toThrow();
  });

  it("are refused when their text stands nowhere, or twice", () => {
    const stale = (find: string): Patch => ({
      name: "stale",
      family: "oauth",
      says: "Nothing.",
      edits: [{ file: "tokens/revoke.ts", find, replace: "" }],
    });
    expect(() => patched(stale("no such text"), "tokens/revoke.ts")).toThrow(StalePatch);
    expect(() => patched(stale("applicationId"), "tokens/revoke.ts")).toThrow(/stands [0-9]+ times/);
  });
});

describe("the committed table of seeded faults", () => {
  const table = readFileSync(TABLE, "utf8");

  it("has exactly those that there are, as they are", () => {
    const rows = [...table.matchAll(/^\| `(.+?)` \| (.+?) \| .+ \| [0-9.]+ \|$/gm)].map(([, name, says]) => [
      name,
      says,
    ]);
    const inFamilies = byFamily(faults).flatMap(([, all]) => all);
    expect(rows).toEqual(inFamilies.map(({ name, says }) => [name, says]));
  });

  it("explains every one that was not found, and the READMEs quote its score", () => {
    expect(table).not.toContain("Not explained yet");
    const missed = [...table.matchAll(/^\| `(.+?)` \| .+ \| \*\*not found\*\*/gm)].map(([, name]) => name);
    expect(Object.keys(SURVIVORS).toSorted()).toEqual(missed.toSorted());
    const found = faults.length - missed.length;
    for (const readme of READMES) {
      expect(generatedIn(readFileSync(readme, "utf8"), PART)).toContain(
        `${found} of ${faults.length} seeded faults`,
      );
    }
    expect(found / faults.length).toBeGreaterThanOrEqual(0.98);
  });
});
