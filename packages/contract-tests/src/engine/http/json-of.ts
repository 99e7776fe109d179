import { isObject } from "../json.ts";

const LONG = 1_000_000;
const HEAD = 1000;
const PIECE = 65_536;

/**
 * As JSON.stringify, but quick with an object that has a text of megabytes: those texts are made long by their last character,
 * again and again, so that it is enough to look at it once.
 */
export function jsonOf(value: unknown): string {
  if (!isObject(value) || !Object.values(value).some(isLong)) return JSON.stringify(value);
  let written = "";
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const text = isLong(member) ? quoted(member) : JSON.stringify(member);
    // Added to, because joining would copy it once more.
    written += `${written === "" ? "" : ","}${JSON.stringify(name)}:${text}`;
  }
  return `{${written}}`;
}

function isLong(value: unknown): value is string {
  return typeof value === "string" && value.length >= LONG;
}

function quoted(text: string): string {
  const last = text.slice(-1);
  // What has to be escaped, as half of a surrogate pair has, is written by whoever knows how.
  if (JSON.stringify(last) !== `"${last}"` || !isRepeated(text, HEAD, last)) return JSON.stringify(text);
  return `${JSON.stringify(text.slice(0, HEAD)).slice(0, -1)}${text.slice(HEAD)}"`;
}

/** Whether a text is nothing but this character from there on. */
function isRepeated(text: string, from: number, character: string): boolean {
  const piece = character.repeat(PIECE);
  for (let at = from; at < text.length; at += PIECE) {
    const rest = text.slice(at, at + PIECE);
    if (rest !== piece && rest !== piece.slice(0, rest.length)) return false;
  }
  return true;
}
