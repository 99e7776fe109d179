import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const bin = (name: string) => join(root, "../../node_modules/.bin", name);

/** What the README of the package promises. */
const PROMISED_GZIP_BYTES = 5000;

describe("the built package", () => {
  let out: string;
  const file = (name: string) => readFileSync(join(out, name), "utf8");

  beforeAll(() => {
    out = mkdtempSync(join(root, "dist-test-"));
    execFileSync(bin("tsdown"), ["--out-dir", out, "--log-level", "error"], { cwd: root });
  }, 60_000);

  afterAll(() => rm(out, { recursive: true, force: true }));

  it("imports nothing but openapi-fetch", () => {
    for (const name of ["index.js", "index.d.ts"]) {
      const imports = [...file(name).matchAll(/(?:from|import)\s*\(?"([^"]+)"/g)].map(([, source]) => source);
      expect(new Set(imports)).toEqual(new Set(["openapi-fetch"]));
    }
  });

  it(`is at most ${PROMISED_GZIP_BYTES} bytes of compressed JavaScript`, () => {
    expect(gzipSync(file("index.js")).length).toBeLessThanOrEqual(PROMISED_GZIP_BYTES);
  });

  it("has the types of the document for a consumer without this repository", () => {
    writeFileSync(
      join(out, "consumer.ts"),
      `import { createClient } from "./index.js";
       const result = await createClient({ baseUrl: "https://fluxer.example" }).GET("/oauth2/@me");
       if (result.ok) result.data.application.name satisfies string;
       // @ts-expect-error no such path
       createClient({ baseUrl: "" }).GET("/nothing");`,
    );
    const flags = [
      "--noEmit",
      "--strict",
      "--module",
      "nodenext",
      "--target",
      "es2022",
      "--lib",
      "es2022,dom",
    ];
    execFileSync(bin("tsc"), [...flags, join(out, "consumer.ts")]);
  }, 60_000);
});
