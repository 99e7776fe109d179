// Most texts have no surrogates, and looking for one is far cheaper than counting: some texts are megabytes long and asked
// about several times in a row.
let last = { text: "", length: 0 };

/** The length of a text as JSON Schema counts it, in code points. */
export function lengthOf(text: string): number {
  if (text.length < SHORT) return count(text);
  if (last.text !== text) last = { text, length: count(text) };
  return last.length;
}

const SHORT = 10_000;

function count(text: string): number {
  if (!/[\ud800-\udfff]/.test(text)) return text.length;
  let length = 0;
  for (const _ of text) length++;
  return length;
}
