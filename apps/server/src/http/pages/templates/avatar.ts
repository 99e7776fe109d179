import { html, type Markup } from "../markup.ts";

const HUES = 6;

/** A letter on a colour of its own, where there is no picture. */
export function avatar(who: { id: string; name: string }): Markup {
  return html`<span class="avatar hue-${hueOf(who.id)}" aria-hidden="true">${initial(who.name)}</span>`;
}

function hueOf(id: string): number {
  // The low bits of an identifier are a sequence that is nearly always zero.
  return Number((BigInt(id) >> 22n) % BigInt(HUES));
}

function initial(name: string): string {
  return /[\p{L}\p{N}]/u.exec(name)?.[0].toUpperCase() ?? "#";
}
