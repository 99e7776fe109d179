/** Names are their owners' to choose, so what would steer the terminal or turn the line around is shown as its code. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
  });
}

export function quoted(text = ""): string {
  return `"${printable(text)}"`;
}

/** Columns as wide as their widest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const shown = rows.map((row) => row.map(printable));
  const widths = (shown[0] ?? []).map((_, column) => {
    return Math.max(...shown.map((row) => row[column]?.length ?? 0));
  });
  const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  return shown.map((row) => `${line(row).trimEnd()}\n`).join("");
}

/** One member of a record on each line. */
export function record(members: object): string {
  return table(Object.entries(members).map(([name, value]) => [name, cell(value)]));
}

/** Nothing is shown as a dash, so that every line has as many cells. */
export function cell(value: unknown): string {
  if (value === null || value === undefined || value === "") return "-";
  return Array.isArray(value) ? value.map(cell).join(" ") || "-" : String(value);
}
