// Parameters and form fields as text, and what that text means according to OpenAPI, read without the code under test.
import { child, isNode, type Json, type Pointer } from "../nodes.ts";
import { accepts } from "../schema/accepts.ts";
import type { Schemas } from "../schema/schemas.ts";
import { refName } from "../schema/vocabulary.ts";

const RAW = [
  "",
  " ",
  "0",
  "-0",
  "1",
  "+1",
  " 1",
  "01",
  "1.0",
  "1.5",
  "1e3",
  "0x10",
  "-1",
  "true",
  "TRUE",
  "false",
  "null",
  "NaN",
  "Infinity",
  "a",
  "a,b",
  "1,2",
  "1,x",
  "1|2",
  "1 2",
  "😀",
  "2147483648",
  "99999999999999999999",
];

/** The values that one field may have: text, or several texts when it occurs several times. */
export type Wire = string | string[];

export class Texts {
  readonly #schemas: Schemas;

  constructor(schemas: Schemas) {
    this.#schemas = schemas;
  }

  /** How a sender would write each value, and text that nobody should send. */
  write(values: readonly unknown[], separator: string | undefined, isList: boolean): Wire[] {
    const written = values.flatMap((value): Wire[] => {
      if (!Array.isArray(value)) return [textOf(value)];
      const texts = value.map(textOf);
      return separator === undefined ? (texts.length === 1 ? texts : [texts]) : [texts.join(separator)];
    });
    const repeated = [
      ["1", "2"],
      ["a", "a"],
      ["true", "x"],
    ].concat(isList ? [["", ""]] : []);
    return [...new Set<Wire>([...written, ...RAW]), ...repeated];
  }

  /** The value that the text stands for; undefined when it stands for none. */
  read(schema: Json, at: Pointer, wire: Wire, separator: string | undefined): unknown {
    const target = this.#target(schema, at);
    const types = accepts(this.#schemas, schema, at);
    if (!types.has("array")) return Array.isArray(wire) ? undefined : readOne(types, wire);
    if (separator !== undefined && Array.isArray(wire)) return undefined;
    const texts = Array.isArray(wire) ? wire : separator === undefined ? [wire] : wire.split(separator);
    const item = isNode(target.value) ? (target.value.items ?? true) : true;
    const itemTypes = accepts(this.#schemas, item, child(target.at, "items"));
    return texts.map((text) => readOne(itemTypes, text));
  }

  #target(value: Json, at: Pointer): { value: Json; at: Pointer } {
    const name = isNode(value) ? refName(value, at) : undefined;
    if (name === undefined) return { value, at };
    const next = this.#schemas.get(name, at);
    return this.#target(next.value, next.at);
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function readOne(types: Set<string>, text: string): unknown {
  if (types.has("string") || text.trim() !== text) return text;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  if (typeof value === "boolean") return types.has("boolean") ? value : text;
  if (typeof value !== "number") return text;
  return types.has("fraction") || (types.has("integer") && !/[.e]/i.test(text)) ? value : text;
}
