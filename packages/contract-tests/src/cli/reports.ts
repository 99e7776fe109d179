import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { documentPath, documentText } from "../document.ts";
import { REPORT_FILES, type Report, renderReports, type Source } from "../engine/index.ts";
import { uriOf } from "./document.ts";
import { read } from "./files.ts";
import type { Options } from "./options.ts";
import { toolOf } from "./tool.ts";
import { messageOf, UsageError } from "./usage.ts";

const DOCUMENT = "openapi.json";

/** Makes sure that the reports can be written, and takes away those of an earlier run, which would be mistaken for this one's. */
export function openReports(options: Options): { write(report: Report): string } {
  const { formats, output } = options;
  if (formats.length === 0) return { write: () => "" };
  const paths = formats.map((format) => join(output, REPORT_FILES[format]));
  prepare(output, paths);
  const write = (report: Report) => {
    const files = renderReports(report, { formats, tool: toolOf(options), source: sourceOf(options) });
    for (const { name, text } of files) writeFileSync(join(output, name), text);
    return `\nReports:\n${paths.map((path) => `  ${relative("", path) || path}\n`).join("")}`;
  };
  return { write };
}

function prepare(output: string, paths: readonly string[]): void {
  const probe = join(output, `.conformance-${process.pid}`);
  try {
    mkdirSync(output, { recursive: true });
    writeFileSync(probe, "");
    for (const path of [probe, ...paths]) rmSync(path, { force: true });
  } catch (error) {
    throw new UsageError(
      `the reports cannot be written to ${output} (${messageOf(error)}); --output names another folder`,
    );
  }
}

function sourceOf({ files, formats, output }: Options): Source {
  const path = files.spec ?? documentPath();
  if (path !== undefined) return { uri: uriOf(path), text: read(path) };
  const own = join(output, DOCUMENT);
  // The lines that SARIF names must stand somewhere.
  if (formats.includes("sarif")) writeFileSync(own, documentText());
  return { uri: uriOf(own), text: documentText() };
}
