import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { EXPLANATIONS } from "../../mutation/explanations.ts";

const SERVER = resolve(import.meta.dirname, "../..");

describe("the explanations of surviving mutants", () => {
  it("are about lines that are in the source", () => {
    const places = EXPLANATIONS.flatMap((each) => each.places);
    const gone = places.filter(([file, line]) => !readFileSync(join(SERVER, file), "utf8").includes(line));
    expect(gone).toEqual([]);
  });
});
