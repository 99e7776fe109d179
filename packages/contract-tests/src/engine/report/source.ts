import { isMap, isPair, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";

/** The document as it is written, so that a report can point into it. */
export interface Source {
  /** Where it is, relative to where the reports are read, or absolute. */
  uri: string;
  /** JSON or YAML. */
  text: string;
}

/** Counted from 1. */
export interface Place {
  line: number;
  column: number;
  /** The last line of what stands there. */
  endLine: number;
}

export interface Locator {
  lines: readonly string[];
  /** Of the part that a pointer such as `#/paths/~1books` names, or of the nearest part around it. */
  find(pointer: string): Place;
}

type Part = Node | Pair | null | undefined;

export function createLocator({ text }: Source): Locator {
  const counter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: counter, strict: false, uniqueKeys: false });
  const lines = text.split(/\r?\n/);

  function placeOf(part: Part): Place {
    const [key, value] = isPair(part) ? [part.key, part.value] : [part, part];
    const [start] = rangeOf(key) ?? [0, 0];
    const [, end] = rangeOf(value) ?? rangeOf(key) ?? [0, 0];
    const { line, col: column } = counter.linePos(start);
    // A block ends where the next begins, which is the start of another line.
    const last = counter.linePos(Math.max(start, end - 1));
    return { line, column, endLine: Math.max(line, last.line) };
  }

  function find(pointer: string): Place {
    let part: Part = contents;
    for (const token of pointer.split("/").slice(1)) {
      const child = childOf(part, token.replaceAll("~1", "/").replaceAll("~0", "~"));
      if (child === undefined) break;
      part = child;
    }
    return placeOf(part);
  }

  return { lines, find };
}

function childOf(part: Part, token: string): Part {
  const node = isPair(part) ? part.value : part;
  if (isMap(node)) return node.items.find(({ key }) => String(key) === token);
  if (isSeq(node)) return node.items[Number(token)] as Part;
  return undefined;
}

function rangeOf(node: unknown): readonly [start: number, end: number] | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}
