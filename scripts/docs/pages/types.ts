import type { TypeFact } from "../model.ts";
import { type Line, PageError } from "./lines.ts";
import { plain } from "./table.ts";

/** Reads `?[Name](#name)[]`, `integer (int32)`, `` enum<`a`> ``, `[A](#a) | [B](#b)` and the like. */
export function readType(text: string, line: Line): { nullable: boolean; type: TypeFact } {
  const nullable = text.startsWith("?");
  return { nullable, type: readUnion(nullable ? text.slice(1) : text, line) };
}

function readUnion(text: string, line: Line): TypeFact {
  const parts = text.split(/\|(?![^<]*>)/).map((part) => readOne(part.trim(), line));
  const [only] = parts;
  return parts.length === 1 && only ? only : { oneOf: parts };
}

function readOne(text: string, line: Line): TypeFact {
  if (text.endsWith("[]")) return { array: readOne(text.slice(0, -2), line) };
  const ref = /^\[(\w+)\]\([^()\s]*#[^()\s]*\)$/.exec(text)?.[1];
  if (ref) return { ref };
  const bits = /^Bitflags(32|64)$/.exec(text)?.[1];
  if (bits) return { bitflags: Number(bits) };
  const members = /^enum<(.+)>$/.exec(text)?.[1];
  if (members) return { enum: members.split(/[|,]/).map((member) => readMember(member.trim(), line)) };
  const plainType = /^(string|boolean|integer|number|object)(?: \((\w+)\))?$/.exec(text);
  const [, type, format] = plainType ?? [];
  if (!type) throw new PageError(line, `unknown type ${JSON.stringify(text)}`);
  return format === undefined ? { type } : { type, format };
}

function readMember(text: string, line: Line): string {
  const member = plain(text);
  if (!/^[\w.:-]+$/.test(member)) throw new PageError(line, `unknown enum member ${JSON.stringify(text)}`);
  return member;
}
