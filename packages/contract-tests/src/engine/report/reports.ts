import type { Report } from "../run/run.ts";
import { type Context, createContext, type Tool } from "./context.ts";
import { harOf } from "./har.ts";
import { pageOf } from "./html/page.ts";
import { junitOf } from "./junit.ts";
import { sarifOf } from "./sarif.ts";
import type { Source } from "./source.ts";

export type Format = "junit" | "har" | "sarif" | "html";

const RENDERERS: Readonly<Record<Format, (context: Context) => string>> = {
  junit: junitOf,
  har: harOf,
  sarif: sarifOf,
  html: pageOf,
};

/** What each is called in the folder of the reports. */
export const REPORT_FILES: Readonly<Record<Format, string>> = {
  junit: "junit.xml",
  har: "exchanges.har",
  sarif: "findings.sarif",
  html: "report.html",
};

export function isFormat(text: string): text is Format {
  return Object.hasOwn(REPORT_FILES, text);
}

export interface ReportFile {
  name: string;
  text: string;
}

export interface ReportOptions {
  formats: readonly Format[];
  tool: Tool;
  source: Source;
}

/** The texts of the files. All are without the secrets that the run has seen. */
export function renderReports(report: Report, { formats, tool, source }: ReportOptions): ReportFile[] {
  const context: Context = createContext(report, tool, source);
  return formats.map((format) => ({ name: REPORT_FILES[format], text: RENDERERS[format](context) }));
}
