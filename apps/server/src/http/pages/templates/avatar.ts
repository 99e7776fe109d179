import { html, type Markup } from "../markup.ts";

const HUES = 6;

/** A letter in place of a picture. Applications have colours of their own, people look alike. */
export function avatar(who: { id: string; name: string }, kind: "application" | "person"): Markup {
  const look = kind === "person" ? "person" : `hue-${hueOf(who.id)}`;
  return html`<span class="avatar ${look}" aria-hidden="true">${initial(who.name)}</span>`;
}

function hueOf(id: string): number {
  // The low bits of an identifier are a sequence that is nearly always zero.
  return Number((BigInt(id) >> 22n) % BigInt(HUES));
}

function initial(name: string): string {
  return /[\p{L}\p{N}]/u.exec(name)?.[0].toUpperCase() ?? "#";
}
