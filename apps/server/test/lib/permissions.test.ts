import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ADMINISTRATOR,
  KNOWN_PERMISSIONS,
  MANAGE_GUILD,
  parsePermissions,
} from "../../src/lib/permissions.ts";

describe("permissions", () => {
  it("are masked to the known bits", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (value) => {
        expect(parsePermissions(value.toString())).toBe(value & KNOWN_PERMISSIONS);
      }),
    );
  });

  it("the known bits are 0-18, 20-30, 37, 40, 43, 51, 52 and 53", () => {
    const known = Array.from({ length: 64 }, (_, bit) => bit).filter(
      (bit) => (KNOWN_PERMISSIONS >> BigInt(bit)) & 1n,
    );
    const expected = [...Array(31).keys()].filter((bit) => bit !== 19).concat(37, 40, 43, 51, 52, 53);
    expect(known).toEqual(expected);
    expect([ADMINISTRATOR, MANAGE_GUILD]).toEqual([8n, 32n]);
  });

  it.each(["", "-1", "+1", "0x10", "1.0", "1e3", " 1", "1 ", "١", "18446744073709551616", "9".repeat(400)])(
    "%j is not a permission value",
    (text) => {
      expect(parsePermissions(text)).toBeUndefined();
    },
  );
});
