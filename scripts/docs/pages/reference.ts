import { byCodeUnit, type FieldFact, type SchemaFact, type TypeFact } from "../model.ts";
import { type Line, PageError } from "./lines.ts";
import { isRow, plain, type Row, readTable, type Table } from "./table.ts";
import { readType } from "./types.ts";

/** An endpoint in the list of one schema. */
export interface Related {
  schema: string;
  method: string;
  path: string;
  slug: string;
}

export interface Reference {
  schemas: Map<string, SchemaFact>;
  related: Related[];
}

/** Reads a page of schemas: per `## Name` a sentence, a list of related endpoints, then a type or a table. */
export function readReference(lines: Line[]): Reference {
  const reference: Reference = { schemas: new Map(), related: [] };
  for (const section of sections(lines)) {
    const parts = readSection(section);
    if (reference.schemas.has(section.name)) {
      throw new PageError(section.heading, `${section.name} was described before`);
    }
    reference.schemas.set(section.name, schemaOf(section, parts));
    reference.related.push(...parts.related);
  }
  return reference;
}

interface Section {
  heading: Line;
  name: string;
  lines: Line[];
}

function sections(lines: Line[]): Section[] {
  const found: Section[] = [];
  for (const line of lines) {
    if (/^<a id="[\w-]+"><\/a>$/.test(line.text)) continue;
    const name = /^## (\w+)$/.exec(line.text)?.[1];
    const section = found.at(-1);
    if (name) found.push({ heading: line, name, lines: [] });
    else if (section) section.lines.push(line);
    else throw new PageError(line, `text before the first schema: ${line.text}`);
  }
  return found;
}

interface Parts {
  related: Related[];
  type?: TypeFact;
  table?: Table;
}

function readSection({ name, lines }: Section): Parts {
  const parts: Parts = { related: [] };
  let index = 0;
  for (let line = lines[index]; line; line = lines[index]) {
    const untouched = parts.related.length === 0 && !parts.type && !parts.table;
    if (line.text === "**Related endpoints**" && untouched) {
      parts.related = readRelated(name, lines, index);
      index += 1 + parts.related.length;
    } else if (line.text.startsWith("Type: ") && !parts.type && !parts.table) {
      parts.type = readAlias(line);
      index += 1;
    } else if (line.text.startsWith("|") && !parts.table) {
      parts.table = readTable(lines, index);
      index = parts.table.next;
    } else if (untouched && /^[\p{L}\d"'“(]/u.test(line.text) && !isRow(line)) {
      index += 1; // the sentence that describes the schema
    } else {
      throw new PageError(line, `unknown construct under ${name}: ${line.text}`);
    }
  }
  return parts;
}

function readRelated(schema: string, lines: Line[], start: number): Related[] {
  const related: Related[] = [];
  for (const line of lines.slice(start + 1)) {
    if (!line.text.startsWith("- ")) break;
    const [, method, path, slug] =
      /^- \[`([A-Z]+) (\/[^\s`]*)`\]\(\/(?:[\w-]+\/)*([\w-]+)\)$/.exec(line.text) ?? [];
    if (!method || !path || !slug)
      throw new PageError(line, `unknown form of related endpoint: ${line.text}`);
    if (related.some((other) => other.method === method && other.path === path)) {
      throw new PageError(line, `${method} ${path} is listed twice under ${schema}`);
    }
    related.push({ schema, method, path, slug });
  }
  const heading = lines[start];
  if (heading && related.length === 0) throw new PageError(heading, `no endpoint in the list of ${schema}`);
  return related;
}

function readAlias(line: Line): TypeFact {
  const { type, nullable } = readType(line.text.slice("Type: ".length).replaceAll("\\|", "|"), line);
  if (nullable) throw new PageError(line, `a nullable alias is not known: ${line.text}`);
  return type;
}

function schemaOf({ heading, name }: Section, { type, table }: Parts): SchemaFact {
  if (!table) {
    if (!type) throw new PageError(heading, `${name} has neither a type nor a table`);
    return { kind: "alias", type };
  }
  const columns = table.header.join(" | ");
  if (columns === "Field | Type | Description" && !type) return { kind: "object", fields: fieldsOf(table) };
  if (columns === "Value | Description" && !type) return { kind: "enum", values: valuesOf(table) };
  if (columns === "Flag | Value | Description" && type) return { kind: "flags", type, flags: flagsOf(table) };
  throw new PageError(table.line, `unknown table under ${name}: ${columns}`);
}

function fieldsOf(table: Table): Record<string, FieldFact> {
  const fields = record(table, ([name = "", type = ""], line) => {
    const optional = name.endsWith("?");
    return [optional ? name.slice(0, -1) : name, { optional, ...readType(type, line) }];
  });
  return sorted(fields);
}

function valuesOf(table: Table): string[] {
  return [...record(table, ([value = ""]) => [plain(value), true]).keys()];
}

function flagsOf(table: Table): Record<string, number> {
  const flags = record(table, ([name = "", value = ""], line) => {
    const number = Number(plain(value));
    if (!/^\d+$/.test(plain(value)) || !Number.isSafeInteger(number)) {
      throw new PageError(line, `unknown flag value ${JSON.stringify(value)}`);
    }
    return [name, number];
  });
  return sorted(flags);
}

function record<T>(table: Table, read: (cells: string[], line: Row["line"]) => [string, T]): Map<string, T> {
  const found = new Map<string, T>();
  for (const { line, cells } of table.rows) {
    const [name, value] = read(cells, line);
    if (!/^\w[\w.:-]*$/.test(name)) throw new PageError(line, `unknown form of name ${JSON.stringify(name)}`);
    if (found.has(name)) throw new PageError(line, `${name} was described before`);
    found.set(name, value);
  }
  return found;
}

function sorted<T>(found: Map<string, T>): Record<string, T> {
  return Object.fromEntries([...found].toSorted(([a], [b]) => byCodeUnit(a, b)));
}
