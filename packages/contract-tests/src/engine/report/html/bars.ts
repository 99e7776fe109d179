import type { CellState } from "../../run/coverage.ts";
import { ALL_STATES, type Tally } from "../states.ts";
import { html, type Markup } from "./markup.ts";

// Drawn, because the page's policy allows no style on an element.
const WIDTH = 200;

/** How much of something is in which state. The numbers stand beside it. */
export function bar(tally: Tally): Markup {
  let x = 0;
  const parts = ALL_STATES.map((state) => {
    const width = tally.total === 0 ? 0 : (tally[state] / tally.total) * WIDTH;
    const part =
      width > 0 && html`<rect class="${state}" x="${x.toFixed(2)}" width="${width.toFixed(2)}" height="8"/>`;
    x += width;
    return part;
  });
  return html`<svg class="bar" viewBox="0 0 ${WIDTH} 8" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

const STEP = 6;
const SIZE = 5;
const PER_ROW = 50;

/** A small square for each thing, so that many are seen at once. */
export function dots(all: readonly { state: CellState }[]): Markup {
  const rows = Math.ceil(all.length / PER_ROW);
  const [width, height] = [PER_ROW * STEP, rows * STEP];
  const squares = all.map(({ state }, index) => {
    const [x, y] = [(index % PER_ROW) * STEP, Math.floor(index / PER_ROW) * STEP];
    return { state, path: `M${x} ${y}h${SIZE}v${SIZE}h-${SIZE}z` };
  });
  const paths = [...Map.groupBy(squares, ({ state }) => state)].map(
    ([state, some]) => html`<path class="${state}" d="${some.map(({ path }) => path).join("")}"/>`,
  );
  return html`<svg class="dots" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${paths}</svg>`;
}
