/**
 * A text that a regular expression takes, made by reading the expression; undefined for one that is beyond this small reader
 * (look-around, back references, Unicode properties). Whoever uses it tests it against the expression.
 */
export function textOfPattern(pattern: string): string | undefined {
  try {
    const reader = { pattern, at: 0 };
    const text = alternatives(reader);
    return reader.at === pattern.length && new RegExp(pattern, "u").test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

interface Reader {
  readonly pattern: string;
  at: number;
}

class Unreadable extends Error {}

function peek({ pattern, at }: Reader): string {
  return pattern[at] ?? "";
}

function next(reader: Reader): string {
  const character = peek(reader);
  if (character === "") throw new Unreadable();
  reader.at += 1;
  return character;
}

/** The first of them; the others are read over. */
function alternatives(reader: Reader): string {
  const first = sequence(reader);
  while (peek(reader) === "|") {
    next(reader);
    sequence(reader);
  }
  return first;
}

function sequence(reader: Reader): string {
  let text = "";
  while (!["", "|", ")"].includes(peek(reader))) {
    const atom = readAtom(reader);
    text += atom.repeat(readCount(reader));
  }
  return text;
}

function readAtom(reader: Reader): string {
  const character = next(reader);
  if (character === "^" || character === "$") return "";
  if (character === ".") return "a";
  if (character === "\\") return escaped(next(reader));
  if (character === "[") return readClass(reader);
  if (character !== "(") return character;
  if (reader.pattern.startsWith("?:", reader.at)) reader.at += 2;
  else if (peek(reader) === "?") throw new Unreadable();
  const text = alternatives(reader);
  next(reader);
  return text;
}

const CLASSES: Readonly<Record<string, string>> = {
  d: "1",
  w: "a",
  s: " ",
  S: "a",
  D: "a",
  n: "\n",
  t: "\t",
};

function escaped(character: string): string {
  if (/[A-Za-z0-9]/.test(character)) {
    const text = CLASSES[character];
    if (text === undefined) throw new Unreadable();
    return text;
  }
  return character;
}

const COMMON = ["a", "1", "A", "x", "0", "-", "_", " "];

function readClass(reader: Reader): string {
  const start = reader.at - 1;
  const isNegated = peek(reader) === "^";
  while (peek(reader) !== "]") {
    if (next(reader) === "\\") next(reader);
  }
  next(reader);
  const source = reader.pattern.slice(start, reader.at);
  const expression = new RegExp(`^${source}$`, "u");
  const first = isNegated ? "" : source.slice(1, 2);
  const found = [...COMMON, first].find((each) => expression.test(each));
  if (found === undefined) throw new Unreadable();
  return found;
}

/** As few as the quantifier asks for, but one where none would do too. */
function readCount(reader: Reader): number {
  const rest = reader.pattern.slice(reader.at);
  const [all = "", least] = /^(?:\{(\d+)(?:,\d*)?\}|[*+?])\??/.exec(rest) ?? [];
  reader.at += all.length;
  return least === undefined ? 1 : Number(least);
}
