import type { ComplianceRow } from "../run/compliance.ts";

/** The rules and how the server kept them, as Markdown: a section for each document, a row for each rule. */
export function complianceTable(rows: readonly ComplianceRow[]): string {
  const documents = Map.groupBy(rows, ({ clause }) => clause.replace(/ [\d.]+$/, ""));
  const kept = rows.filter(({ state }) => state === "kept").length;
  const sections = [...documents].map(([document, own]) =>
    [`## ${document}`, "", "| Clause | Rule | |", "|---|---|---|", ...own.map(rowOf)].join("\n"),
  );
  return [`${kept} of ${rows.length} rules kept.`, ...sections].join("\n\n");
}

function rowOf({ clause, title, url, state, reason }: ComplianceRow): string {
  const section = / ([\d.]+)$/.exec(clause)?.[1] ?? clause;
  const told = state === "not tested" ? `not tested: ${reason ?? "left out"}` : state;
  return `| [${section}](${url}) | ${inCell(title)} | ${inCell(told)} |`;
}

function inCell(text: string): string {
  return text.replaceAll("|", "\\|");
}
