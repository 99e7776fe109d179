// JavaScript source, indented by two spaces and broken where a line would be longer than the repository's width.

const WIDTH = 110;

export function indent(code: string): string {
  return code.replace(/^(?=.)/gm, "  ");
}

/** `open a, b close` on one line if it fits, else one item to a line. */
export function enclose(open: string, parts: readonly string[], close: string, padding = ""): string {
  const line = `${open}${padding}${parts.join(", ")}${padding}${close}`;
  if (parts.length === 0) return `${open}${close}`;
  if (line.length <= WIDTH - 10 && !line.includes("\n")) return line;
  return block(open, parts, close);
}

/** One item to a line, however short. */
export function block(open: string, parts: readonly string[], close: string): string {
  return `${open}\n${parts.map((part) => `${indent(part)},\n`).join("")}${close}`;
}

export function object(members: readonly (readonly [key: string, code: string])[]): string {
  const parts = members.map(([key, code]) => `${propertyName(key)}: ${code}`);
  return enclose("{", parts, "}", " ");
}

export function array(parts: readonly string[]): string {
  return enclose("[", parts, "]");
}

export function call(callee: string, ...args: string[]): string {
  const [only] = args;
  const hugs = args.length === 1 && only !== undefined && /^[{[]/.test(only);
  return hugs ? `${callee}(${only})` : enclose(`${callee}(`, args, ")");
}

export function propertyName(key: string): string {
  return /^(?:[A-Za-z_$][\w$]*|0|[1-9]\d*)$/.test(key) ? key : JSON.stringify(key);
}

export function literal(value: unknown): string {
  if (Array.isArray(value)) return array(value.map(literal));
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return object(Object.entries(value).map(([key, member]) => [key, literal(member)]));
}

/** A component's name as an identifier; names that are one already stay as they are. */
export function identifier(name: string): string {
  const safe = name.replace(/[^\w$]/g, "_");
  return /^\d/.test(safe) || RESERVED.has(safe) ? `_${safe}` : safe;
}

const RESERVED = new Set(
  (
    "z keywords component componentSchemas components bundle schemas createRoute input operation responses routes specification break case catch class const continue debugger default delete do else enum " +
    "export extends false finally for function if import in instanceof new null return super switch this throw true " +
    "try typeof var void while with yield let static implements interface package private protected public await eval arguments"
  ).split(" "),
);
