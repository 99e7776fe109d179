import type { Report } from "../../run/run.ts";
import type { Context } from "../context.ts";
import { html, type Markup } from "./markup.ts";
import { count } from "./words.ts";

/** One thing that was left out, and why. */
interface Gap {
  reason: string;
  what: string;
}

/** What this run cannot speak for. */
export function gapsSection(context: Context): Markup | undefined {
  const { report } = context;
  const parts = [
    gapsOf(context, "Cannot be reached from outside", unreachable(report)),
    gapsOf(
      context,
      "Not tested",
      report.skipped.map((each) => ({ reason: each.reason, what: each.case })),
    ),
    leftBehind(context),
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return html`
<section id="gaps" aria-labelledby="gaps-title" data-list>
<h2 id="gaps-title">Gaps</h2>
<p class="lead">What this report cannot speak for, and why.</p>
${parts}
</section>`;
}

function unreachable({ coverage, items }: Report): Gap[] {
  const cells = coverage.map((cell) => ({ ...cell, what: `${cell.operationId} ${cell.status}` }));
  const others = items.map((item) => ({ ...item, what: `${item.operationId} ${item.name}` }));
  const all = [...cells, ...others].filter(({ state }) => state === "unreachable");
  return all.map(({ reason = "no reason is known", what }) => ({ reason, what }));
}

function gapsOf({ show }: Context, title: string, gaps: readonly Gap[]): Markup | undefined {
  if (gaps.length === 0) return undefined;
  const reasons = [...Map.groupBy(gaps, ({ reason }) => reason)];
  const groups = reasons
    .toSorted(([, left], [, right]) => right.length - left.length)
    .map(
      ([reason, group]) => html`
<details class="gap" data-item><summary><span class="what">${show(reason)}</span> <span class="rule">${count(group.length)}</span></summary>
<ul class="names">${group.map(({ what }) => html`<li>${show(what)}</li>`)}</ul></details>`,
    );
  return html`<h3>${title}</h3>${groups}`;
}

function leftBehind({ report, show }: Context): Markup | undefined {
  if (report.leftBehind.length === 0) return undefined;
  return html`<h3>Left behind on the server</h3>
<ul class="plain">${report.leftBehind.map((what) => html`<li>${show(what)}</li>`)}</ul>`;
}
