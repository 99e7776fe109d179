import type { Cell, CoverageItem } from "../../run/coverage.ts";
import type { Operation } from "../../spec/operation.ts";
import type { Context } from "../context.ts";
import { tallyOf, triedIn, worstOf } from "../states.ts";
import { dots } from "./bars.ts";
import { chipOf } from "./findings.ts";
import { KINDS, kindsIn } from "./kinds.ts";
import { html, type Markup } from "./markup.ts";
import { anchor, count, mark } from "./words.ts";

export function operationsSection(context: Context): Markup {
  return html`
<section id="operations" aria-labelledby="operations-title" data-list>
<h2 id="operations-title">Operations</h2>
<p class="lead">Each operation with everything the document says of it, its place there, and how often it was tried.</p>
${context.report.operations.map((operation) => operationOf(context, operation))}
</section>`;
}

function operationOf(context: Context, { id, method, path, responses }: Operation): Markup {
  const { report } = context;
  const cells = report.coverage.filter(({ operationId }) => operationId === id);
  const items = report.items.filter(({ operationId }) => operationId === id);
  const [statuses, others] = [tallyOf(cells), tallyOf(items)];
  const chip = chipOf(context, id);
  const more = others.total > 0 && html`, <span>${triedIn(others)}/${others.total} others</span>`;
  const lines = cells.map((cell) =>
    statusRow(context, cell, responses.find(({ status }) => status === cell.status)?.pointer),
  );
  return html`
<details class="operation" id="${anchor("operation", id)}" data-item>
<summary>${mark(chip ? "failed" : worstOf(tallyOf([...cells, ...items])))} <span class="what"><b>${id}</b> <span class="route"><span class="method">${method}</span> ${path}</span></span> ${dots([...cells, ...items])} <span class="rule">${triedIn(statuses)}/${statuses.total} statuses${more}</span></summary>
<div class="body">
${chip && html`<p>${chip}</p>`}
<h4>Statuses</h4>
<table class="list"><thead class="unseen"><tr><th scope="col">State</th><th scope="col">Status</th><th scope="col">Answers</th><th scope="col">Line</th></tr></thead><tbody>${lines}</tbody></table>
${kindsIn(items).map((kind) =>
  kindOf(
    context,
    KINDS[kind].many,
    items.filter((item) => item.kind === kind),
  ),
)}
</div>
</details>`;
}

function statusRow(context: Context, { state, status, count: times, reason }: Cell, pointer = "#"): Markup {
  return row(context, { state, name: status, times, unit: "answer", reason, pointer });
}

function kindOf(context: Context, title: string, items: readonly CoverageItem[]): Markup {
  const tally = tallyOf(items);
  const rows = items.map(({ state, name, count: times, reason, pointer }) =>
    row(context, { state, name, times, unit: "time", reason, pointer }),
  );
  return html`
<details class="kind"><summary><span class="what">${title}</span> ${dots(items)} <span class="rule">${triedIn(tally)}/${tally.total}</span></summary>
<table class="list"><thead class="unseen"><tr><th scope="col">State</th><th scope="col">What</th><th scope="col">Tried</th><th scope="col">Line</th></tr></thead><tbody>${rows}</tbody></table></details>`;
}

interface Row extends Pick<Cell, "state" | "reason"> {
  name: string;
  times: number;
  unit: string;
  pointer: string;
}

function row({ show, locator }: Context, { state, name, times, unit, reason, pointer }: Row): Markup {
  const why = reason !== undefined && html` <span class="reason">${show(reason)}</span>`;
  return html`
<tr><td>${mark(state)}</td><td class="wide">${show(name)}${why}</td><td class="figure">${times > 0 && count(times, unit)}</td><td class="figure" title="${pointer}">line ${locator.find(pointer).line}</td></tr>`;
}
