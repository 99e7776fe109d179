import { rememberingLong } from "./long-texts.ts";

/** The length of a text as JSON Schema counts it, in code points. */
export const lengthOf: (text: string) => number = rememberingLong(count);

function count(text: string): number {
  // Most texts have no surrogates, and looking for one is far cheaper than counting.
  if (!/[\ud800-\udfff]/.test(text)) return text.length;
  let length = 0;
  for (const _ of text) length++;
  return length;
}
