import { expect, test } from "vitest";
import { visible } from "../../src/engine/report/visible.ts";

test("what moves, hides or ends text is written out, and everything else stays as it is", () => {
  expect(visible("a\u0000b\u001b[31m\u009b\u007f\u202e\u2066\ufeff\u200b\ud800c\uffff\rd")).toBe(
    String.raw`a\u{0}b\u{1b}[31m\u{9b}\u{7f}\u{202e}\u{2066}\u{feff}\u{200b}\u{d800}c\u{ffff}\u{d}d`,
  );
  const plain = "Zoë 日本語 😀 a\tb\nc <&>\"'";
  expect(visible(plain)).toBe(plain);
  expect(visible("a\r\nb")).toBe("a\nb");
});
