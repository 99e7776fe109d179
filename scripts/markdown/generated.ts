// A part of a Markdown document that a command writes stands between two comments, `<!-- generated: name -->` and `<!-- end: name -->`.

/** The document with this content in place of what the part held. */
export function withGenerated(text: string, name: string, content: string): string {
  const { before, after } = around(text, name);
  return `${before}\n\n${content}\n\n${after}`;
}

/** What the part holds. */
export function generatedIn(text: string, name: string): string {
  const { before, after } = around(text, name);
  return text.slice(before.length, text.length - after.length).trim();
}

function around(text: string, name: string): { before: string; after: string } {
  const [begin, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the markers ${begin} and ${end} are missing`);
  return { before: text.slice(0, from + begin.length), after: text.slice(to) };
}
