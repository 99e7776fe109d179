import { basename } from "node:path";
import type { NamedTest } from "./named-tests.ts";
import { type Requirement, rowsOf } from "./rows.ts";

type Cells = readonly string[];

export function markdownTable(head: Cells, rows: readonly Cells[]): string {
  const line = (cells: Cells) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

export function attackTable(attacks: ReadonlyMap<string, string>, tests: readonly NamedTest[]): string {
  const rows = [...attacks].map(([id, attack]) => {
    const held = tests.filter(({ name }) => rowsOf(name).rows.includes(id));
    return [id, attack, byFile(held)];
  });
  return markdownTable(["row", "attack", "held by"], rows);
}

export function asvsTable(requirements: readonly Requirement[]): string {
  const rows = requirements.map((requirement) => {
    const { id, level, asks } = requirement;
    return [id, String(level), asks, heldBy(requirement)];
  });
  return markdownTable(["requirement", "level", "asks", "held by"], rows);
}

function heldBy({ rows, tests, because, open, not_applicable }: Requirement): string {
  if (not_applicable !== undefined) return `Not applicable: ${not_applicable}.`;
  if (open !== undefined) return `**Open:** ${open}.`;
  const named = tests.map(([file, name]) => ({ file, name }));
  return [rows.join(", "), ...(named.length > 0 ? [byFile(named)] : []), ...(because ? [because] : [])].join(
    "<br>",
  );
}

function byFile(tests: readonly NamedTest[]): string {
  const files = Map.groupBy(tests, ({ file }) => file);
  return [...files]
    .map(([file, found]) => {
      const sentences = new Set(found.map(({ name }) => escaped(rowsOf(name).sentence)));
      return `[${basename(file, ".test.ts")}](${file}): ${[...sentences].join("; ")}`;
    })
    .join("<br>");
}

/** A test's name as text; what it says of each of its cases is not known here. */
function escaped(name: string): string {
  return name
    .replaceAll(/%[sjdio]/g, "…")
    .replaceAll(/[\\|*_`<>[\]]/g, (character) => `\\${character}`)
    .trim();
}
