import { type Line, PageError } from "./lines.ts";

export interface Row {
  line: Line;
  cells: string[];
}

export interface Table {
  line: Line;
  header: string[];
  rows: Row[];
  /** Index of the first line after the table. */
  next: number;
}

const cellBorder = /(?<!\\)\|/;

export function isRow(line: Line | undefined): line is Line {
  return line !== undefined && cellBorder.test(line.text);
}

/** Reads the table whose header row is `lines[start]`; every row must have as many cells as the header. */
export function readTable(lines: Line[], start: number): Table {
  const line = lines[start];
  if (!line) throw new RangeError(`no line ${start}`);
  const header = cellsOf(line.text);
  const rule = lines[start + 1];
  if (!rule || !cellsOf(rule.text).every((cell) => /^:?-{3,}:?$/.test(cell))) {
    throw new PageError(line, `a table without a rule under its header: ${line.text}`);
  }
  const rows: Row[] = [];
  let next = start + 2;
  for (let row = lines[next]; isRow(row); row = lines[++next]) rows.push(readRow(row, header));
  if (rows.length === 0) throw new PageError(line, "a table without rows");
  return { line, header, rows, next };
}

function readRow(line: Line, header: string[]): Row {
  const cells = cellsOf(line.text);
  if (cells.length !== header.length) {
    throw new PageError(line, `${cells.length} cells under a header of ${header.length}: ${line.text}`);
  }
  return { line, cells };
}

function cellsOf(text: string): string[] {
  return text
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "")
    .split(cellBorder)
    .map((cell) => cell.replaceAll("\\|", "|").trim());
}

/** A cell that is one code span, or the same text bare. */
export function plain(cell: string): string {
  return cell.replace(/^`(.*)`$/, "$1");
}
