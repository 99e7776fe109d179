import { type Mutant, percentOf, type Score, scoreOf } from "./score.ts";
import type { Explained } from "./survivors.ts";

const HEAD = [
  "| | mutants | killed | timeout | survived | not reached | left out | score |",
  "|---|--:|--:|--:|--:|--:|--:|--:|",
];

/** One row for each folder and file, in Markdown. */
export function scoreTable(mutants: readonly Mutant[]): string {
  const folders = Map.groupBy(mutants, ({ file }) => file.split("/").slice(0, 2).join("/"));
  const rows = [...folders].flatMap(([folder, inside]) => {
    const files = Map.groupBy(inside, ({ file }) => file);
    const own = [...files].map(([file, its]) => row(`\`${file.slice(folder.length + 1)}\``, scoreOf(its)));
    return [row(`**\`${folder}\`**`, scoreOf(inside)), ...own];
  });
  return [...HEAD, ...rows, row("**all**", scoreOf(mutants))].join("\n");
}

function row(name: string, score: Score): string {
  const { killed, timeout, survived, noCoverage, ignored } = score;
  const all = killed + timeout + survived + noCoverage;
  const cells = [all, killed, timeout, survived, noCoverage, ignored, `${percentOf(score).toFixed(1)} %`];
  return `| ${name} | ${cells.join(" | ")} |`;
}

/** One row for each reason why a mutant may survive. */
export function survivorTable(explained: readonly Explained[]): string {
  const rows = explained.map(({ title, why, mutants }) => `| ${title} | ${mutants.length} | ${why} |`);
  return ["| survivors | mutants | why no case can or should notice them |", "|---|--:|---|", ...rows].join(
    "\n",
  );
}
