import type { CellState } from "../../run/coverage.ts";
import { STATES } from "../states.ts";
import { html, type Markup } from "./markup.ts";

const NUMBER = new Intl.NumberFormat("en");

export function count(number: number, one?: string, many = `${one}s`): string {
  const digits = NUMBER.format(number);
  return one === undefined ? digits : `${digits} ${number === 1 ? one : many}`;
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A name for a link's target. */
export function anchor(kind: string, id: string | number): string {
  return `${kind}-${String(id).replaceAll(/[^\w-]+/g, "-")}`;
}

/** The mark for the eyes, the words for a screen reader. */
export function mark(state: CellState): Markup {
  const { mark: sign, words } = STATES[state];
  return html`<span class="mark ${state}" aria-hidden="true">${sign}</span><span class="unseen">${words}</span>`;
}

export function legend(states: Iterable<CellState>): Markup {
  const each = [...states].map((state) => {
    const { mark: sign, words } = STATES[state];
    return html`<li><span class="mark ${state}" aria-hidden="true">${sign}</span> ${words}</li>`;
  });
  return html`<ul class="legend">${each}</ul>`;
}
