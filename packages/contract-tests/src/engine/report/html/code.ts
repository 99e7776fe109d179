import type { Context, HeaderList } from "../context.ts";
import { html, type Markup } from "./markup.ts";

const LONGEST_BODY = 20_000;
const MOST_LINES = 16;

export function block(text: string): Markup {
  return html`<pre tabindex="0"><code>${text}</code></pre>`;
}

/** A command to copy. */
export function command(text: string): Markup {
  return html`<pre class="command" tabindex="0"><code>${text}</code></pre>`;
}

/** A message of HTTP as it would be read off the wire. */
export function message(first: string, headers: HeaderList, body: string): Markup {
  const lines = headers.map(({ name, value }) => html`<span class="name">${name}:</span> ${value}\n`);
  const text = body === "" ? "" : `\n${pretty(body)}`;
  return html`<pre tabindex="0"><code><strong>${first}</strong>\n${lines}${text}</code></pre>`;
}

function pretty(body: string): string {
  const text = indented(body);
  if (text.length <= LONGEST_BODY) return text;
  return `${text.slice(0, LONGEST_BODY)}… (${text.length} characters)`;
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** The lines of the document that a pointer names, with a line before them. */
export function excerpt({ locator }: Context, pointer: string): Markup {
  const { line, endLine } = locator.find(pointer);
  const first = Math.max(1, line - 1);
  const last = Math.min(endLine, first + MOST_LINES);
  const shown = locator.lines.slice(first - 1, last);
  const indent = Math.min(...shown.filter((text) => text.trim() !== "").map((text) => text.search(/\S/)));
  const lines = shown.map((text, index) => {
    const number = first + index;
    const cells = html`<span class="number">${number}</span> ${text.slice(indent)}`;
    return number === line ? html`<mark>${cells}</mark>\n` : html`${cells}\n`;
  });
  const rest = endLine > last && html`<span class="number">…</span> ${endLine - last} more lines`;
  return html`<pre class="excerpt" tabindex="0"><code>${lines}${rest}</code></pre>`;
}
