import { expect, test } from "vitest";
import { lengthOf } from "../../src/engine/spec/length.ts";
import { rememberingLong } from "../../src/engine/spec/long-texts.ts";
import { matcherOf } from "../../src/engine/spec/patterns.ts";

function counting() {
  const asked: number[] = [];
  const ask = rememberingLong((text) => {
    asked.push(text.length);
    return text.length;
  });
  return { ask, asked };
}

test("a long text is looked at once, however it was put together, and a short one each time", () => {
  const { ask, asked } = counting();
  expect([ask("a".repeat(20_000)), ask("a".repeat(20_000))]).toEqual([20_000, 20_000]);
  expect([ask("short"), ask("short")]).toEqual([5, 5]);
  expect(asked).toEqual([20_000, 5, 5]);
});

test("only the last few long texts are remembered", () => {
  const { ask, asked } = counting();
  for (let extra = 0; extra < 9; extra++) ask("a".repeat(20_000 + extra));
  ask("a".repeat(20_008));
  expect(asked).toHaveLength(9);
  ask("a".repeat(20_000));
  expect(asked).toHaveLength(10);
});

test("a pattern and a length are the same for a long text as for a short one", () => {
  const matches = matcherOf("^a+$");
  for (const length of [3, 30_000]) {
    expect([matches("a".repeat(length)), matches(`${"a".repeat(length)}b`)]).toEqual([true, false]);
    expect([lengthOf("a".repeat(length)), lengthOf("𝒞".repeat(length))]).toEqual([length, length]);
  }
});
