import { STATUS_CODES } from "node:http";
import { curlLine } from "../../http/curl.ts";
import type { Exchange } from "../../run/case.ts";
import { type FindingGroup, groupFindings } from "../../run/finding.ts";
import { type Context, pointerOf, shownExchange } from "../context.ts";
import { RULES } from "../rules.ts";
import { command, excerpt, message } from "./code.ts";
import { html, type Markup } from "./markup.ts";
import { anchor, count } from "./words.ts";

/** So few are shown open. */
const FEW = 2;

export function findingsSection(context: Context): Markup | undefined {
  const groups = groupFindings(context.report.findings);
  if (groups.length === 0) return undefined;
  const each = groups.map((group, index) => findingOf(context, group, index, groups.length <= FEW));
  return html`
<section id="findings" aria-labelledby="findings-title" data-list>
<h2 id="findings-title">Findings</h2>
<p class="lead">What the server did that the document does not allow. The same fault in several places is told once, with its first place.</p>
${each}
</section>`;
}

function findingOf(
  context: Context,
  { first, count: times, cases }: FindingGroup,
  index: number,
  isOpen: boolean,
): Markup {
  const { show } = context;
  const { title, help } = RULES[first.rule];
  const where = [first.operationId ?? "no operation", first.status].filter((part) => part !== undefined);
  const open = isOpen ? html` open` : undefined;
  return html`
<details class="finding" id="${anchor("finding", index + 1)}" data-item${open}>
<summary><span class="what"><span class="where"><span class="number">${index + 1}.</span> ${where.join(" ")} </span><span class="message">${show(first.message)}</span></span>
<span class="rule">${title}${times > 1 && html` <span class="times">${count(times)} times</span>`}</span></summary>
<div class="body">
<p>${help}</p>
<dl class="facts"><div><dt>Case</dt><dd>${show(first.case)}</dd></div><div><dt>Seed</dt><dd>${context.report.seed}</dd></div><div><dt>Rule</dt><dd><code>${first.rule}</code></dd></div></dl>
${cases.size > 1 && casesOf(context, cases)}
${first.exchange && exchangeOf(context, first.exchange)}
<h4>In the document <span class="pointer">${pointerOf(context, first)}</span></h4>
${excerpt(context, pointerOf(context, first))}
<h4>Again</h4>
${first.exchange && command(context.show(curlLine(first.exchange.request, context.report.mask)))}
${command(show(context.tool.again(first.case)))}
</div>
</details>`;
}

/** All the cases of a finding, or of a rule. */
export function casesOf({ show }: Context, cases: ReadonlySet<string>): Markup {
  const titles = [...cases].map((title) => html`<li>${show(title)}</li>`);
  return html`<details class="cases"><summary>In ${count(cases.size, "case")}</summary><ul>${titles}</ul></details>`;
}

/** Links to some of the findings, by their number. */
export function linksTo({ report }: Context, isMeant: (group: FindingGroup) => boolean): Markup[] {
  const groups = groupFindings(report.findings);
  return groups.flatMap((group, index) =>
    isMeant(group) ? [html`<a href="#${anchor("finding", index + 1)}">finding ${index + 1}</a> `] : [],
  );
}

/** How many findings an operation has, with a link to the first; nothing when it has none. */
export function chipOf(context: Context, operationId: string): Markup | undefined {
  const groups = groupFindings(context.report.findings);
  const own = groups.filter(({ first }) => first.operationId === operationId);
  const [first] = own;
  if (first === undefined) return undefined;
  const target = anchor("finding", groups.indexOf(first) + 1);
  return html` <a class="times failed" href="#${target}">${count(own.length, "finding")}</a>`;
}

function exchangeOf(context: Context, exchange: Exchange): Markup {
  const shown = shownExchange(context, exchange);
  const { method, url, requestHeaders, requestBody = "", status, responseHeaders, responseBody } = shown;
  const { pathname, search } = new URL(url);
  return html`
<div class="exchange">
<div><h4>Request</h4>
${message(`${method} ${pathname}${search}`, requestHeaders, requestBody)}</div>
<div><h4>Answer <span class="pointer">after ${exchange.response.milliseconds.toFixed(0)} ms</span></h4>
${message(`${status} ${STATUS_CODES[status] ?? ""}`, responseHeaders, responseBody)}</div>
</div>`;
}
