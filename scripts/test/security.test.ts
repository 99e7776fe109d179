import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { broughtBy, dependencyTable } from "../security/dependencies.ts";
import { namedTests } from "../security/named-tests.ts";
import { problemsOf, readAttacks, readRequirements, rowsOf } from "../security/rows.ts";
import { attackTable } from "../security/tables.ts";

const repository = resolve(import.meta.dirname, "../..");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fluxer-security-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string | object): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), typeof content === "string" ? content : JSON.stringify(content));
}

describe("the names of tests", () => {
  it("are found under it and test, in every form, and not where nothing runs", () => {
    write(
      "a.test.ts",
      `it("plain", f); test("other", f); it.each([1])("each %s", f); it.each\`a\`("tagged", f);
       describe("d", () => it.concurrent("deep", f)); it.skipIf(x)("maybe", f); it(\`template\`, f);
       it.skip("skipped", f); it.todo("to do"); // it("in a comment", f)
       expect("it").toBe("[A01] no test"); const text = 'it("in a string", f)'; visit("no");`,
    );
    const names = namedTests(folder, "a.test.ts").map(({ name }) => name);
    expect(names).toEqual(["plain", "other", "each %s", "tagged", "deep", "maybe", "template"]);
  });

  it("begin with their rows", () => {
    expect(rowsOf("[A01] [A44] is refused [A02]")).toEqual({
      rows: ["A01", "A44"],
      sentence: "is refused [A02]",
    });
  });
});

describe("the tables", () => {
  const attacks = new Map([["A01", "One."]]);

  it("name the tests of a row once, as text", () => {
    const test = { file: "apps/x/test/a.test.ts", name: "[A01] of %j is <b>|" };
    expect(attackTable(attacks, [test, test]).split("\n").at(-1)).toBe(
      "| A01 | One. | [a](apps/x/test/a.test.ts): of … is \\<b\\>\\| |",
    );
  });

  it("are refused for a row without a test, and for a test or a requirement without a row", () => {
    const tests = [{ file: "a", name: "[A02] x" }];
    const requirement = { id: "10.4.1", level: 1, asks: "x", rows: ["A03"] } as const;
    const more = { ...requirement, rows: ["A03"], tests: [["a", "y"] as [string, string]] };
    expect(problemsOf(attacks, [more], tests)).toEqual([
      "no test is named [A01]",
      "attacks.yaml has no row A02",
      "10.4.1 is held by no row A03",
      "10.4.1: there is no test a › y",
    ]);
  });

  it("have 44 attacks and every requirement of levels 1 and 2", () => {
    expect(readAttacks().size).toBe(44);
    const chapters = readRequirements().map(({ id }) => id.split(".")[1]);
    const counts = ["1", "2", "3", "4", "5", "6", "7"].map((n) => chapters.filter((c) => c === n).length);
    expect(counts).toEqual([2, 2, 4, 11, 5, 2, 3]);
  });
});

describe("the dependencies", () => {
  it("are counted with what they bring, as Node finds it, and binaries for several platforms as one", () => {
    const binary = { os: ["linux"], cpu: ["x64"] };
    const lockfile = {
      packages: {
        "node_modules/x": { dependencies: { a: "1" }, optionalDependencies: { "x-64": "1", "x-32": "1" } },
        "node_modules/a": { dependencies: { b: "1" } },
        "node_modules/a/node_modules/b": { dependencies: { a: "1" } },
        "node_modules/b": { dependencies: { c: "1" } },
        "node_modules/c": {},
        "node_modules/x-64": binary,
        "node_modules/x-32": binary,
      },
    };
    expect(broughtBy(lockfile, "node_modules/x")).toBe(3);
    expect(broughtBy(lockfile, "node_modules/b")).toBe(1);
    expect(broughtBy(lockfile, "node_modules/c")).toBe(0);
  });

  it("of the repository are those that stand in CONTRIBUTING.md", () => {
    const text = readFileSync(join(repository, "CONTRIBUTING.md"), "utf8");
    expect(text).toContain(dependencyTable(repository));
  });

  it("without a reason are refused", () => {
    cpSync(join(repository, "package-lock.json"), join(folder, "package-lock.json"));
    mkdirSync(join(folder, "packages"));
    write("apps/server/package.json", {
      name: "@fluxer-oauth2/server",
      dependencies: { ajv: "8", typescript: "5" },
    });
    expect(() => dependencyTable(folder)).toThrow("does not say why typescript is needed");
  });
});
