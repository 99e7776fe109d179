import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assemble,
  type CredentialKind,
  mint,
  mintBotToken,
  parse,
  parseBotToken,
  sameHash,
} from "../../src/lib/secret.ts";

const PREFIXES: Record<CredentialKind, string> = {
  access: "fxa_",
  refresh: "fxr_",
  code: "fxc_",
  clientSecret: "fxs_",
  authorizationRequest: "fxq_",
  session: "flx_",
};
const kinds = Object.keys(PREFIXES) as CredentialKind[];
const kind = fc.constantFrom(...kinds);
const now = fc.integer({ min: 0, max: 4_102_444_800_000 });

describe("credentials", () => {
  it("what was minted is parsed back to the same id and hash", () => {
    fc.assert(
      fc.property(kind, now, (kind, now) => {
        const { id, token, hash } = mint(kind, now);
        expect(parse(kind, token)).toEqual({ id, hash });
        expect(token.startsWith(PREFIXES[kind] + id)).toBe(true);
      }),
    );
  });

  it("[A24] [A44] one kind can never stand in for another", () => {
    for (const kind of kinds) {
      const { token } = mint(kind, 1);
      expect(kinds.filter((other) => parse(other, token) !== undefined)).toEqual([kind]);
      expect(parseBotToken(token)).toBeUndefined();
    }
  });

  it("[A24] a token that is truncated, extended or holds any other character is not parsed", () => {
    fc.assert(
      fc.property(kind, fc.nat(100), fc.string({ minLength: 1, maxLength: 3 }), (kind, at, text) => {
        const { token } = mint(kind, 1);
        const cut = at % token.length;
        expect(parse(kind, token.slice(0, cut))).toBeUndefined();
        expect(parse(kind, token + text)).toBeUndefined();
        expect(parse(kind, text + token)).toBeUndefined();
        // The separator behind the prefix may be drawn for its own place.
        fc.pre(!/^[0-9A-Za-z]/.test(text) && text.charAt(0) !== token.charAt(cut));
        expect(parse(kind, token.slice(0, cut) + text.charAt(0) + token.slice(cut + 1))).toBeUndefined();
      }),
    );
    expect(parse("access", `${mint("access", 1).token}\n`)).toBeUndefined();
  });

  it("[A24] any other case of a token has another hash or no form at all", () => {
    const { token, hash } = mint("access", 1);
    const flipped = [...token]
      .map((c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase()))
      .join("");
    expect(parse("access", flipped)).toBeUndefined();
    const last = token.replace(/[A-Za-z](?=[^A-Za-z]*$)/, (c) =>
      c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase(),
    );
    expect(parse("access", last)?.hash).not.toBe(hash);
  });

  it("the hash is the SHA-256 of the whole token", () => {
    const { token, hash } = mint("code", 1);
    expect(hash).toBe(createHash("sha256").update(token).digest("base64url"));
  });

  it("the same id and secret bytes always give the same credential, and other bytes another", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat(31), (bytes, at) => {
        const minted = mint("refresh", 1, bytes);
        expect(assemble("refresh", minted.id, bytes)).toEqual(minted);
        const other = bytes.with(at, (bytes[at] ?? 0) ^ 1);
        expect(assemble("refresh", minted.id, other).token).not.toBe(minted.token);
      }),
    );
    expect(() => assemble("refresh", "00000000000000", new Uint8Array(31))).toThrow(RangeError);
  });

  it("a session token is flx_ and 36 alphanumerics", () => {
    expect(mint("session", Date.now()).token).toMatch(/^flx_[0-9A-Za-z]{36}$/);
  });

  it("the random part of every long-lived token is 43 characters and never repeats", () => {
    const secrets = Array.from({ length: 1000 }, () => mint("access", 1)).map(({ token }) => token.slice(18));
    expect(secrets.every((secret) => secret.length === 43)).toBe(true);
    expect(new Set(secrets).size).toBe(1000);
  });

  it("sameHash is equality", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(sameHash(a, b)).toBe(a === b);
        expect(sameHash(a, a)).toBe(true);
      }),
    );
  });
});

describe("bot tokens", () => {
  it("name their application", () => {
    const { token, hash } = mintBotToken("1234567890123456789");
    expect(token).toMatch(/^1234567890123456789\.[0-9A-Za-z]{43}$/);
    expect(parseBotToken(token)).toEqual({ applicationId: "1234567890123456789", hash });
  });

  it.each([
    "",
    ".",
    "1",
    "1.",
    ".a",
    `01.${"a".repeat(43)}`,
    `1.${"a".repeat(42)}`,
    `1.${"a".repeat(44)}`,
    `-1.${"a".repeat(43)}`,
  ])("%j is not one", (token) => {
    expect(parseBotToken(token)).toBeUndefined();
  });
});
