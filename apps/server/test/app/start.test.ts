import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
// @ts-expect-error The launcher is plain JavaScript: it is what has to run before types can be stripped.
import { bundledMain } from "../../start/bundled.mjs";
// @ts-expect-error As above.
import { fingerprint } from "../../start/fingerprint.mjs";

const source = fileURLToPath(new URL("../../src/", import.meta.url));
// Inside the server's folder, because native packages are not in the bundle and are looked for from where it is.
const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
let directory: string;
let manifest: string;
let main: string;
beforeAll(() => {
  mkdirSync(dist, { recursive: true });
  directory = mkdtempSync(join(dist, "test-"));
  manifest = join(directory, "start.json");
  main = bundledMain(manifest);
});
afterAll(() => rmSync(directory, { recursive: true }));

const filesOf = (): string[] => JSON.parse(readFileSync(manifest, "utf8")).files;

it("a start out of unchanged files takes the bundle that is there", () => {
  expect(fileURLToPath(main).startsWith(directory)).toBe(true);
  expect(bundledMain(manifest)).toBe(main);
});

it("a bundle knows every file that it was made from, so that none of them can change unseen", () => {
  const files = filesOf();
  for (const name of ["main.ts", "app.ts", "tokens/introspect.ts", "db/postgres/open.ts"])
    expect(files).toContain(join(source, name));
  expect(files.some((file) => file.endsWith("/contract/src/generated/schemas.ts"))).toBe(true);
  expect(files.some((file) => file.includes("/node_modules/hono/"))).toBe(true);
  expect(files.some((file) => file.endsWith("/node_modules/.package-lock.json"))).toBe(true);
});

it("after a change of any of its files a bundle is not used again, nor is a damaged one", () => {
  const changing = join(directory, "changing.ts");
  writeFileSync(changing, "before");
  const files = [...filesOf(), changing];
  writeFileSync(
    manifest,
    JSON.stringify({ main: fileURLToPath(main), files, fingerprint: fingerprint(files) }),
  );
  expect(bundledMain(manifest)).toBe(main);
  writeFileSync(changing, "after");
  const next = bundledMain(manifest);
  expect(next).not.toBe(main);

  writeFileSync(fileURLToPath(next), "damaged");
  expect(bundledMain(manifest)).not.toBe(next);
});

it("an error's stack names the file and line of the source", () => {
  const blocked = join(directory, "file");
  writeFileSync(blocked, "");
  const { stderr, status } = spawnSync(
    process.execPath,
    ["--enable-source-maps", fileURLToPath(bundledMain(manifest))],
    { cwd: directory, encoding: "utf8", env: { PATH: process.env.PATH, DATA_DIR: join(blocked, "data") } },
  );
  expect(status).toBe(1);
  const line = Number(/keys\.ts:(\d+)/.exec(stderr)?.[1]);
  const text = readFileSync(join(source, "keys.ts"), "utf8").split("\n")[line - 1];
  expect(text).toContain("mkdirSync(config.dataDir");
});
