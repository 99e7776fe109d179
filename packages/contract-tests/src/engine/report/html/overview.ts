import { groupFindings } from "../../run/finding.ts";
import type { Report } from "../../run/run.ts";
import type { Context } from "../context.ts";
import { html, type Markup } from "./markup.ts";
import { count } from "./words.ts";

/** The answer to the question that somebody opens the page with. */
export function overview({ report, show }: Context): Markup {
  const { findings, milliseconds, startedAt, stopped } = report;
  const groups = groupFindings(findings).length;
  const isGood = groups === 0 && stopped === undefined;
  const began = `${new Date(startedAt).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return html`
<header class="top">
<p class="eyebrow">Conformance report</p>
<h1>${report.title}</h1>
<p class="subject">${report.baseUrl}</p>
<p class="verdict ${isGood ? "reached" : "failed"}">${verdict(report, groups)}</p>
${stopped !== undefined && html`<p class="stopped">The run ended before its last case: ${show(stopped)}. What follows is what it saw until then.</p>`}
<dl class="facts">
${fact("Began", began)}${fact("Took", `${(milliseconds / 1000).toFixed(1)} s`)}${fact("Cases", count(report.cases))}${fact("Requests", count(report.exchanges.length))}${fact("Seed", String(report.seed))}
</dl>
</header>`;
}

function verdict({ findings, stopped }: Report, groups: number): string {
  if (groups === 0) return stopped === undefined ? "No findings" : "No findings, but not a whole run";
  const times = findings.length > groups ? `, seen ${count(findings.length, "time")}` : "";
  return `${count(groups, "finding")}${times}`;
}

function fact(name: string, value: string): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
