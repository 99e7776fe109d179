import { rememberingLong } from "./long-texts.ts";

const matchers = new Map<string, (text: string) => boolean>();

/** Whether a text matches a pattern of a document. */
export function matcherOf(pattern: string): (text: string) => boolean {
  const known = matchers.get(pattern) ?? createMatcher(pattern);
  matchers.set(pattern, known);
  return known;
}

function createMatcher(pattern: string): (text: string) => boolean {
  const expression = new RegExp(pattern, "u");
  return rememberingLong((text) => expression.test(text));
}
