import { ANCHOR } from "../contestants/anchors.ts";
import { OPERATION_NAMES, type Operation } from "../operations.ts";
import type { Figure, Results } from "./results.ts";
import { milliseconds, thousands } from "./table.ts";

export interface Plot {
  readonly file: string;
  readonly title: string;
  readonly valueOf: (figure: Figure) => number;
  readonly label: (value: number) => string;
}

export const PLOTS: readonly Plot[] = [
  { file: "throughput.svg", title: "Requests in a second", valueOf: ({ rate }) => rate, label: thousands },
  {
    file: "latency.svg",
    title: "Milliseconds in which 99 of 100 requests are answered",
    valueOf: ({ p99 }) => p99,
    label: milliseconds,
  },
];

const WIDTH = 860;
const LABEL_WIDTH = 300;
const BAR = 14;
const GAP = 4;
const HEADER = 30;
const TITLE = 34;

/** One bar for each contestant under each operation; legible on white and on black, and without script. */
export function svg(results: Results, plot: Plot): string {
  const parts: string[] = [];
  let y = TITLE;
  for (const operation of OPERATION_NAMES) {
    const figures = figuresOf(results, operation);
    if (figures.length === 0) continue;
    parts.push(text(0, y + 20, operation, "head"));
    y += HEADER;
    const most = Math.max(...figures.map(plot.valueOf));
    for (const figure of figures) {
      parts.push(bar(results, plot, figure, y, most));
      y += BAR + GAP;
    }
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + 8}" width="${WIDTH}" role="img" aria-label="${plot.title}">`,
    `<style>${STYLE}</style>`,
    text(0, 20, plot.title, "title"),
    ...parts,
    "</svg>\n",
  ].join("\n");
}

const STYLE = [
  "text{font:12px system-ui,sans-serif;fill:#1f2328}.title{font-size:16px;font-weight:600}.head{font-weight:600}",
  ".ours{fill:#0969da}.peer{fill:#9a6700}.anchor{fill:#848d97}",
  "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.ours{fill:#4493f8}.peer{fill:#d29922}.anchor{fill:#848d97}}",
].join("");

function figuresOf({ figures, contestants }: Results, operation: Operation): Figure[] {
  const order = contestants.map(({ name }) => name);
  return figures
    .filter((figure) => figure.operation === operation && figure.contestant !== ANCHOR)
    .toSorted((a, b) => order.indexOf(a.contestant) - order.indexOf(b.contestant));
}

function bar({ contestants }: Results, plot: Plot, figure: Figure, y: number, most: number): string {
  const contestant = contestants.find(({ name }) => name === figure.contestant);
  const value = plot.valueOf(figure);
  const length = Math.max(1, (value / most) * (WIDTH - LABEL_WIDTH - 70));
  return [
    text(LABEL_WIDTH - 8, y + 11, contestant?.title ?? figure.contestant, "name", "end"),
    `<rect class="${contestant?.group ?? "peer"}" x="${LABEL_WIDTH}" y="${y}" width="${length.toFixed(1)}" height="${BAR}" rx="2"/>`,
    text(LABEL_WIDTH + length + 6, y + 11, plot.label(value), "value"),
  ].join("\n");
}

function text(x: number, y: number, content: string, kind: string, anchor = "start"): string {
  const escaped = content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<text class="${kind}" x="${x.toFixed(1)}" y="${y}" text-anchor="${anchor}">${escaped}</text>`;
}
