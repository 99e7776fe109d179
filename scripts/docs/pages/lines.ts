/** A documentation page as handed in: its name is only for messages. */
export interface Page {
  name: string;
  text: string;
}

export interface Line {
  page: string;
  number: number;
  text: string;
}

/** A construct that the readers do not know; never passed over, because a fact might hide in it. */
export class PageError extends Error {
  constructor(line: Pick<Line, "page" | "number">, message: string) {
    super(`${line.page}:${line.number}: ${message}`);
    this.name = "PageError";
  }
}

/**
 * The lines that carry content, with their numbers in the page. Stored copies put a lone `|` and blank lines
 * between any two lines, and viewer text in front of the page's metadata block, sometimes on the same line.
 */
export function contentLines(page: Page): Line[] {
  const lines = page.text
    .split(/\r?\n/)
    .map((text, index) => ({ page: page.name, number: index + 1, text: text.trim() }))
    .filter((line) => line.text !== "" && line.text !== "|");
  return lines.slice(metadataEnd(lines));
}

function metadataEnd(lines: Line[]): number {
  const body = lines.findIndex(({ text }) => /^(#|<|\||- )/.test(text));
  const opening = lines.findIndex(({ text }) => text.endsWith("---"));
  if (opening === -1 || (body !== -1 && body < opening)) return 0;
  const closing = lines.findIndex(({ text }, index) => index > opening && text === "---");
  const start = lines[opening];
  if (closing === -1 && start) throw new PageError(start, "the metadata block that begins here never ends");
  return closing + 1;
}
