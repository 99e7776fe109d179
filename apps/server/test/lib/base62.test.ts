import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { base62Bytes, base62Number } from "../../src/lib/base62.ts";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

function decode(text: string): bigint {
  return [...text].reduce((value, c) => value * 62n + BigInt(ALPHABET.indexOf(c)), 0n);
}

describe("base62", () => {
  it("bytes keep their value as one big-endian number", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const text = base62Bytes(bytes, 43);
        expect(text).toMatch(/^[0-9A-Za-z]{43}$/);
        expect(decode(text)).toBe(BigInt(`0x${Buffer.from(bytes).toString("hex")}`));
      }),
    );
    expect(decode(base62Bytes(new Uint8Array(16).fill(255), 22))).toBe(2n ** 128n - 1n);
  });

  it("numbers of one width sort as text", () => {
    const number = fc.nat(62 ** 5 - 1);
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(base62Number(a, 5) < base62Number(b, 5)).toBe(a < b);
        expect(decode(base62Number(a, 5))).toBe(BigInt(a));
      }),
    );
  });
});
