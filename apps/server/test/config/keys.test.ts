import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadKeys } from "../../src/keys.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "keys-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const load = (dataDir = join(root, "data"), secretKey?: string) => loadKeys({ dataDir, secretKey });

describe("the server key", () => {
  it("is made on the first start in a file that only its owner can read", () => {
    load();
    expect(statSync(join(root, "data")).mode & 0o777).toBe(0o700);
    expect(statSync(join(root, "data/server.key")).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(root, "data"))).toEqual(["server.key"]);
  });

  it("stays the same on the next start", () => {
    expect(load().derive("a")).toEqual(load().derive("a"));
  });

  it("gives every purpose a key of its own", () => {
    expect(load().derive("a")).not.toEqual(load().derive("b"));
    expect(load().derive("a")).toHaveLength(32);
  });

  it("comes from SECRET_KEY when that is set, and then no file is made", () => {
    const keys = load(join(root, "none"), Buffer.alloc(32, 1).toString("base64url"));
    expect(keys.derive("a")).not.toEqual(load().derive("a"));
    expect(readdirSync(root)).toEqual(["data"]);
  });

  it("processes that start at once agree on one key", async () => {
    // Many directories, each entered by both at the same millisecond, so that they do meet.
    const script = `import { loadKeys } from ${JSON.stringify(import.meta.resolve("../../src/keys.ts"))};
      const start = ${Date.now() + 500};
      for (let i = 0; i < 50; i++) {
        while (Date.now() < start + 4 * i);
        const dataDir = ${JSON.stringify(root)} + "/" + i;
        console.log(loadKeys({ dataDir, secretKey: undefined }).derive("a").toString("hex"));
      }`;
    const run = () => promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
    const [one, other] = await Promise.all([run(), run()]);
    expect(one.stdout.trim().split("\n")).toHaveLength(50);
    expect(one.stdout).toBe(other.stdout);
  });

  it("is refused when others can read the file, with the command that mends it", () => {
    load();
    chmodSync(join(root, "data/server.key"), 0o644);
    expect(load).toThrow(/can be read by others; run: chmod 600 .*server\.key/);
  });

  it("is refused when the file holds something else, and the file is left as it is", () => {
    load();
    const path = join(root, "data/server.key");
    writeFileSync(path, "damaged");
    expect(load).toThrow(/does not hold a server key/);
    expect(readFileSync(path, "utf8")).toBe("damaged");
  });
});
