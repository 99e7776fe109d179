import type { ComplianceRow } from "../../run/compliance.ts";
import type { CellState } from "../../run/coverage.ts";
import type { Context } from "../context.ts";
import { casesOf, linksTo } from "./findings.ts";
import { html, type Markup } from "./markup.ts";

const LOOKS: Readonly<Record<ComplianceRow["state"], CellState>> = {
  kept: "reached",
  broken: "failed",
  "not tested": "unreachable",
};

export function rulesSection(context: Context): Markup | undefined {
  const { compliance } = context.report;
  if (compliance.length === 0) return undefined;
  const documents = [...Map.groupBy(compliance, ({ clause }) => documentOf(clause))];
  return html`
<section id="rules" aria-labelledby="rules-title" data-list>
<h2 id="rules-title">Rules</h2>
<p class="lead">What the standards ask for beyond the document, clause by clause.</p>
${documents.map(([name, rows]) => tableOf(context, name, rows))}
</section>`;
}

/** `RFC 6749` of `RFC 6749 4.1.2`. */
function documentOf(clause: string): string {
  return /^\D*\d+/.exec(clause)?.[0] ?? clause;
}

function tableOf(context: Context, name: string, rows: readonly ComplianceRow[]): Markup {
  const kept = rows.filter(({ state }) => state === "kept").length;
  const broken = rows.filter(({ state }) => state === "broken").length;
  return html`
<table class="rules" data-item>
<caption>${name} <span class="rule">${kept}/${rows.length} kept${broken > 0 && `, ${broken} broken`}</span></caption>
<thead class="unseen"><tr><th scope="col">State</th><th scope="col">Clause</th><th scope="col">Rule</th></tr></thead>
<tbody>${rows.map((row) => ruleOf(context, name, row))}</tbody></table>`;
}

function ruleOf(context: Context, document: string, row: ComplianceRow): Markup {
  const { clause, title, url, state, cases, reason } = row;
  const section = clause.slice(document.length).trim() || clause;
  const link = /^https?:/.test(url) ? html`<a href="${url}" rel="noreferrer">${section}</a>` : section;
  const why = reason !== undefined && html` <span class="reason">${context.show(reason)}</span>`;
  const found =
    state === "broken" &&
    html` <span class="broken">${linksTo(context, (group) => cases.some((title) => group.cases.has(title)))}</span>`;
  const several = cases.length > 1 && casesOf(context, new Set(cases));
  return html`
<tr><td><span class="state ${LOOKS[state]}">${state}</span></td><td class="clause">${link}</td><td class="wide">${title}${why}${found}${several}</td></tr>`;
}
