import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PLOTS, svg } from "./plot.ts";
import type { Results } from "./results.ts";
import { table } from "./table.ts";

export const RESULTS = fileURLToPath(new URL("../../results/", import.meta.url));
const README = fileURLToPath(new URL("../../../../README.md", import.meta.url));
const BEGIN = "<!-- generated: benchmarks -->";
const END = "<!-- end: benchmarks -->";

export function readResults(folder: string = RESULTS): Results {
  // Written by writeResults.
  return JSON.parse(readFileSync(join(folder, "results.json"), "utf8")) as Results;
}

export function writeResults(results: Results, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  for (const { file, content } of rendered(results)) writeFileSync(join(folder, file), content);
}

/** What follows from the results alone. */
function rendered(results: Results): { file: string; content: string }[] {
  const plots = PLOTS.map((plot) => ({ file: plot.file, content: svg(results, plot) }));
  return [{ file: "table.md", content: `${table(results)}\n` }, ...plots];
}

/** Puts table and plots between the marks of README.md. */
export function showInReadme(results: Results): void {
  writeFileSync(README, withTable(readFileSync(README, "utf8"), results));
}

export function withTable(text: string, results: Results): string {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`README.md has no ${BEGIN} … ${END}`);
  const plots = PLOTS.map(({ title, file }) => `![${title}](apps/benchmarks/results/${file})`).join("\n\n");
  return `${text.slice(0, begin + BEGIN.length)}\n\n${table(results)}\n\n${plots}\n\n${text.slice(end)}`;
}

/** Everything that is not what the results say; the words say what to do. */
export function differences(folder: string = RESULTS): string[] {
  const results = readResults(folder);
  const stale = rendered(results).filter(({ file, content }) => contentOf(join(folder, file)) !== content);
  const readme = readFileSync(README, "utf8");
  const isStale = withTable(readme, results) !== readme;
  return [...stale.map(({ file }) => `results/${file}`), ...(isStale ? ["README.md"] : [])].map(
    (file) => `${file} is not what results.json says: run npm run bench -- --render`,
  );
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
