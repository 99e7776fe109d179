import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
// Inside the workspace, so that the packages resolve as they do for its readers.
const folder = mkdtempSync(join(import.meta.dirname, ".tmp-examples-"));
const PRELUDE = `
declare const id: string, secret: string, redirect_uri: string, requestUrl: string, accessToken: string;
`;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function examplesOf(page: string): string[] {
  const blocks = readFileSync(join(root, page), "utf8").matchAll(/^```ts\n(.*?)^```$/gms);
  return [...blocks].map(([, code = ""]) => code);
}

describe.each(["README.md", "packages/client/README.md"])("the examples of %s", (page) => {
  it("are there and compile", () => {
    const files = examplesOf(page).map((code, index) => {
      const file = join(folder, `${page.replaceAll("/", "-")}-${index}.ts`);
      writeFileSync(file, PRELUDE + code);
      return file;
    });
    expect(files.length).toBeGreaterThan(0);
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ extends: "../../tsconfig.json", include: files, exclude: [] }),
    );
    execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", folder], { stdio: "pipe", encoding: "utf8" });
  }, 60_000);
});
