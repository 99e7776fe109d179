import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { run as check } from "../../docs/check.ts";
import { run as facts } from "../../docs/facts.ts";

/** A small API of our own in the form of the documentation pages, with a spec that holds every fact of it. */
const fixtures = resolve(import.meta.dirname, "fixtures");

export interface Result {
  status: number;
  printed: string[];
  complaints: string[];
}

/** A copy of the fixture in which a test may change any file before it runs the commands on it. */
export class Copy {
  readonly folder = mkdtempSync(join(tmpdir(), "docs-"));

  constructor() {
    cpSync(fixtures, this.folder, { recursive: true });
    onTestFinished(() => rmSync(this.folder, { recursive: true }));
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  text(file: string): string {
    return readFileSync(this.path(file), "utf8");
  }

  write(file: string, text: string): this {
    writeFileSync(this.path(file), text);
    return this;
  }

  /** Replaces every occurrence of a text, or what a pattern meets; to meet nothing is a mistake of the test. */
  replace(file: string, from: string | RegExp, to: string): this {
    const before = this.text(file);
    const after = typeof from === "string" ? before.replaceAll(from, to) : before.replace(from, to);
    if (after === before) throw new Error(`${file} has no ${from}`);
    return this.write(file, after);
  }

  facts(pages = ["reference.md", "guide.txt"]): Result {
    const paths = pages.map((page) => this.path(page));
    return capture((output) => facts([...paths, "--out", this.path("facts.json")], output));
  }

  check(): Result {
    const options = { spec: "spec/openapi.yaml", facts: "facts.json", divergences: "divergences.yaml" };
    const args = Object.entries(options).flatMap(([name, file]) => [`--${name}`, this.path(file)]);
    return capture((output) => check(args, output));
  }

  /** What the two commands together report: the facts that differ, and the lines that the report points to. */
  differences(): Difference[] {
    const read = this.facts();
    if (read.status !== 0) throw new Error(read.complaints.join("\n"));
    const { status, printed } = this.check();
    const lines = printed.slice(0, -1);
    if (status !== (lines.length > 0 ? 1 : 0)) throw new Error(`exit ${status}: ${printed.join("\n")}`);
    return lines.map((line) => {
      const [, place = "", fact = "", text = ""] = /^(.*?:\d+): ([^:]*): (.*)$/.exec(line) ?? [];
      const sides = /^the documentation has (.+) \([^()]*:\d+\), the spec has (.+)$/.exec(text);
      const short = sides ? `${sides[1]} / ${sides[2]}`.replaceAll('"', "") : text;
      return { says: `${fact}: ${short}`, at: lineAt(place) };
    });
  }

  /** The same without the lines. */
  differing(): string[] {
    return this.differences().map(({ says }) => says);
  }
}

export interface Difference {
  /** `<fact>: <documentation> / <spec>`, or what else there is to say. */
  says: string;
  /** The line of the spec, or of the list of divergences, that the report names. */
  at: string;
}

/** The text at a `file:line` of a report. */
function lineAt(place: string): string {
  const [, file = "", line] = /^(.*):(\d+)$/.exec(place) ?? [];
  return readFileSync(file, "utf8").split("\n")[Number(line) - 1]?.trim() ?? "";
}

export function capture(
  command: (output: { print(line: string): void; complain(line: string): void }) => number,
): Result {
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = command({ print: (line) => printed.push(line), complain: (line) => complaints.push(line) });
  return { status, printed, complaints };
}

/** The page as the stored copies have it: viewer text in front, a lone bar and a blank line between any two lines. */
export function withNoise(page: string): string {
  return `90 lines\n2 KiB\nPlaintext\n90 lines\nPlaintext${page.split("\n").join("\n\n|\n\n")}`;
}
