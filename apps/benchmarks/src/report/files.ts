import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withGenerated } from "@fluxer-oauth2/scripts/markdown";
import { renderedGrowth } from "./growth-files.ts";
import { PLOTS, svg } from "./plot.ts";
import type { Results } from "./results.ts";
import { summary, table } from "./table.ts";

export const RESULTS = fileURLToPath(new URL("../../results/", import.meta.url));
const README = fileURLToPath(new URL("../../../../README.md", import.meta.url));

export function readResults(folder: string = RESULTS): Results {
  // Written by writeResults.
  return JSON.parse(readFileSync(join(folder, "results.json"), "utf8")) as Results;
}

export function writeResults(results: Results, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  for (const { file, content } of rendered(results)) writeFileSync(join(folder, file), content);
}

export function hasResults(folder: string = RESULTS): boolean {
  return existsSync(join(folder, "results.json"));
}

/** How cost grows, from what the other commands have written there; answers whether there was anything. */
export function writeGrowth(folder: string): boolean {
  const pages = renderedGrowth(folder);
  for (const { file, content } of pages) writeFileSync(join(folder, file), content);
  return pages.length > 0;
}

/** What follows from the results alone. */
function rendered(results: Results): { file: string; content: string }[] {
  const plots = PLOTS.map((plot) => ({ file: plot.file, content: svg(results, plot) }));
  return [{ file: "table.md", content: `${table(results)}\n` }, ...plots];
}

/** Puts the summary and the plots between the marks of README.md. */
export function showInReadme(results: Results): void {
  writeFileSync(README, withSummary(readFileSync(README, "utf8"), results));
}

export function withSummary(text: string, results: Results): string {
  const plots = PLOTS.map(({ title, file }) => `![${title}](apps/benchmarks/results/${file})`).join("\n\n");
  return withGenerated(text, "benchmarks", `${summary(results)}\n\n${plots}`);
}

/** Everything that is not what the results say; the words say what to do. */
export function differences(folder: string = RESULTS): string[] {
  const results = hasResults(folder) ? readResults(folder) : undefined;
  const files = [...(results ? rendered(results) : []), ...renderedGrowth(folder)];
  const stale = files.filter(({ file, content }) => contentOf(join(folder, file)) !== content);
  const readme = readFileSync(README, "utf8");
  const isStale = results !== undefined && withSummary(readme, results) !== readme;
  return [...stale.map(({ file }) => `results/${file}`), ...(isStale ? ["README.md"] : [])].map(
    (file) => `${file} is not what the results say: run npm run bench -- --render`,
  );
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
