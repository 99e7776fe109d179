import type { ItemKind } from "../../run/coverage.ts";
import type { Report } from "../../run/run.ts";
import type { Operation } from "../../spec/operation.ts";
import type { Context } from "../context.ts";
import { STATES, type Tally, tallyOf, triedIn, worstOf } from "../states.ts";
import { bar } from "./bars.ts";
import { chipOf } from "./findings.ts";
import { KINDS, kindsIn } from "./kinds.ts";
import { html, type Markup } from "./markup.ts";
import { anchor, capital, count, legend, mark } from "./words.ts";

export function coverageSection(context: Context): Markup {
  const { report } = context;
  const states = new Set([...report.coverage, ...report.items].map(({ state }) => state));
  const shown = (Object.keys(STATES) as (keyof typeof STATES)[]).filter((state) => states.has(state));
  return html`
<section id="coverage" aria-labelledby="coverage-title">
<h2 id="coverage-title">Coverage</h2>
<p class="lead">How much of what the document says was asked of the server and seen in its answers.</p>
${totals(report)}
${legend(shown)}
${matrix(context)}
</section>`;
}

function totals({ coverage, items }: Report): Markup {
  const kinds = kindsIn(items).map((kind) => ({
    name: KINDS[kind].many,
    tally: tallyOf(items.filter((item) => item.kind === kind)),
  }));
  const rows = [{ name: "Documented statuses", tally: tallyOf(coverage) }, ...kinds].map(
    ({ name, tally }) => html`
<tr><th scope="row">${name}</th><td class="wide">${bar(tally)}</td><td class="figure">${ratio(tally)}</td><td class="rest">${remainder(tally)}</td></tr>`,
  );
  return html`
<table class="totals"><thead class="unseen"><tr><th scope="col">What</th><th scope="col">Share</th><th scope="col">Tried</th><th scope="col">Rest</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

function ratio(tally: Tally): Markup {
  return html`<b>${count(triedIn(tally))}</b> of ${count(tally.total)}`;
}

function remainder({ failed, missing, unreachable, untried }: Tally): string {
  const parts = [
    [failed, "with findings"],
    [missing, "missing"],
    [unreachable, "out of reach"],
    [untried, "not tried"],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, words]) => `${count(number)} ${words}`);
  return told.join(", ");
}

/** Operations × statuses, and beside them how much of everything else was tried. */
function matrix(context: Context): Markup {
  const { report } = context;
  const statuses = [...new Set(report.coverage.map(({ status }) => status))].sort();
  const kinds = kindsIn(report.items);
  const rows = report.operations.map((operation) => matrixRow(context, operation, statuses, kinds));
  const others =
    kinds.length > 0 &&
    html`<th scope="colgroup" colspan="${kinds.length}" class="first">Tried of what it says</th>`;
  return html`
<div class="scroll" role="region" aria-label="Operations and statuses" tabindex="0">
<table class="matrix" data-list>
<thead>
<tr><td></td><th scope="colgroup" colspan="${statuses.length}">Statuses</th>${others}</tr>
<tr><th scope="col">Operation</th>${statuses.map((status) => html`<th scope="col">${status}</th>`)}${kinds.map(
    (kind, index) =>
      html`<th scope="col" class="${index === 0 ? "kind first" : "kind"}">${KINDS[kind].short}</th>`,
  )}</tr>
</thead>
<tbody>${rows}</tbody>
</table>
</div>`;
}

function matrixRow(
  context: Context,
  { id, method, path }: Operation,
  statuses: readonly string[],
  kinds: readonly ItemKind[],
): Markup {
  const { coverage, items } = context.report;
  const own = coverage.filter(({ operationId }) => operationId === id);
  const cells = statuses.map((status) => {
    const cell = own.find((each) => each.status === status);
    if (!cell) return html`<td></td>`;
    const times = cell.count > 0 ? `, ${count(cell.count, "answer")}` : "";
    const title = `${status} ${STATES[cell.state].words}${times}${cell.reason === undefined ? "" : `: ${cell.reason}`}`;
    return html`<td title="${title}">${mark(cell.state)}</td>`;
  });
  const ratios = kinds.map((kind, index) => {
    const tally = tallyOf(items.filter((item) => item.operationId === id && item.kind === kind));
    const place = index === 0 ? "kind first" : "kind";
    if (tally.total === 0) return html`<td class="${place}"></td>`;
    const title = capital(remainder(tally) || "all tried");
    return html`<td class="${place}" title="${title}"><span class="ratio ${worstOf(tally)}">${triedIn(tally)}/${tally.total}${bar(tally)}</span><span class="unseen">${title}</span></td>`;
  });
  return html`
<tr data-item><th scope="row"><a href="#${anchor("operation", id)}">${id}</a>${chipOf(context, id)} <span class="route"><span class="method">${method}</span> ${path}</span></th>${cells}${ratios}</tr>`;
}
