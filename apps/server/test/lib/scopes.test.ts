import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatScope, includesAll, parseScope, SCOPES } from "../../src/lib/scopes.ts";

describe("scopes", () => {
  it("any list of known scopes comes back once each, in canonical order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SCOPES), { minLength: 1 }), (named) => {
        const expected = SCOPES.filter((scope) => named.includes(scope));
        expect(parseScope(named.join(" "))).toEqual(expected);
        expect(formatScope(named)).toBe(expected.join(" "));
      }),
    );
  });

  it.each([
    "",
    " ",
    "identify ",
    " identify",
    "identify  email",
    "identify\temail",
    "identify\nemail",
    "identify,email",
    "Identify",
    "unknown",
    "identify unknown",
    "identify\u00a0email",
    "__proto__",
  ])("[A22] %j is not a scope", (text) => {
    expect(parseScope(text)).toBeUndefined();
  });

  it("includesAll is the subset relation", () => {
    expect(includesAll(["identify", "email"], ["email"])).toBe(true);
    expect(includesAll(["identify"], ["identify", "email"])).toBe(false);
    expect(includesAll([], [])).toBe(true);
  });
});
