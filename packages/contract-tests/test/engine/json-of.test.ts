import { expect, test } from "vitest";
import { jsonOf } from "../../src/engine/http/json-of.ts";

const LENGTH = 1_200_000;

// A failure would print megabytes, so that only whether they are the same is looked at.
function isAsStringify(value: unknown): boolean {
  return jsonOf(value) === JSON.stringify(value);
}

test.each([
  ["made long by its last character", "data:image/png;base64,iVBO".padEnd(LENGTH, "A")],
  ["with something to escape at its beginning", 'a"\\\n𝒞'.padEnd(LENGTH, "A")],
  ["of a character that is escaped", "a".padEnd(LENGTH, '"')],
  ["of surrogate pairs", "𝒞".repeat(LENGTH / 2)],
  ["of half surrogate pairs", "a".padEnd(LENGTH, "\ud835")],
  ["with something else in its midst", `${"a".repeat(LENGTH)}"${"a".repeat(LENGTH)}`],
  ["with a pair where its beginning ends", `${"b".repeat(999)}𝒞${"a".repeat(LENGTH)}`],
])("a text %s is written as JSON.stringify writes it", (_, text) => {
  expect(isAsStringify({ 'na"me': text, absent: undefined, list: [1, null], more: { text: "b" } })).toBe(
    true,
  );
});

test("what is not long, or no object, is written as JSON.stringify writes it", () => {
  for (const value of [{ a: undefined, b: 1 }, {}, [], null, "a", ["a".repeat(LENGTH)]])
    expect(isAsStringify(value)).toBe(true);
});
