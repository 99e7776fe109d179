import { describe, expect, test } from "vitest";
import { formats, isFormatName } from "../src/formats.ts";

const validate = (name: keyof typeof formats, value: string | number) => {
  const format: { validate: (value: never) => boolean } = formats[name];
  return format.validate(value as never);
};

describe.each([
  [
    "date-time",
    [
      "2026-01-05T10:00:00Z",
      "2026-01-05t10:00:00.5+05:30",
      "2024-02-29T23:59:60Z",
      "2024-03-01T00:59:60+01:00",
    ],
    [
      "2026-01-05T10:00:00",
      "2026-02-29T10:00:00Z",
      "2026-01-05",
      "2026-01-05T24:00:00Z",
      "2026-01-05T10:00:60Z",
      "2026-01-05T10:00:00+24:00",
    ],
  ],
  [
    "date",
    ["2026-01-05", "2024-02-29", "2000-02-29"],
    ["2026-02-29", "1900-02-29", "2026-04-31", "2026-1-5", "2026-00-01", "2026-01-00"],
  ],
  ["time", ["10:00:00Z", "23:59:60Z"], ["10:00", "25:00:00Z", "10:60:00Z"]],
  [
    "uri",
    ["https://a.example/b?c#d", "urn:a:b", "mailto:a@b.example", "http://[::1]:80/"],
    ["/a", "//a.example", "https://a b", "https://ä.example", "a", "http://[::1", "https://a/%z"],
  ],
  ["uri-reference", ["", "/a", "?a", "#a", "a/b", "//a.example"], ["a b", "1:b", "\\", "%"]],
  [
    "email",
    ["a@b.example", "a.b+c@d.example"],
    ["a", "a@", "@b", "a b@c.example", ".a@b.example", "a@-b.example"],
  ],
  ["hostname", ["a", "a.example", "a-b.example"], ["", "-a", "a-", "a..b", "a_b", "a.".repeat(130)]],
  ["ipv4", ["1.2.3.4", "255.255.255.255"], ["1.2.3", "256.1.1.1", "01.2.3.4"]],
  [
    "ipv6",
    ["::", "::1", "1::", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4"],
    ["1::2::3", ":::", "12345::", "1:2:3:4:5:6:7"],
  ],
  [
    "uuid",
    ["123e4567-e89b-12d3-a456-426614174000"],
    ["123e4567e89b12d3a456426614174000", "g23e4567-e89b-12d3-a456-426614174000"],
  ],
  ["byte", ["", "YQ==", "YWI=", "YWJj"], ["Y", "YQ", "YQ=a", "Y-=="]],
  [
    "snowflake",
    ["0", "9223372036854775807"],
    ["9223372036854775808", "01", "-1", "", "1.0", "10000000000000000000"],
  ],
  [
    "uint64-decimal",
    ["0", "007", "18446744073709551615"],
    ["18446744073709551616", "-1", "", "0x1", "9".repeat(1000)],
  ],
] as const)("%s", (name, valid, invalid) => {
  test.each(valid)("takes %j", (value) => {
    expect(validate(name, value)).toBe(true);
  });
  test.each(invalid)("refuses %j", (value) => {
    expect(validate(name, value)).toBe(false);
  });
});

test.each([
  ["int32", 2 ** 31 - 1, 2 ** 31],
  ["int32", -(2 ** 31), -(2 ** 31) - 1],
  ["int64", -(2 ** 63), 2 ** 63],
  ["int32", 1, 1.5],
] as const)("%s takes %d and refuses %d", (name, valid, invalid) => {
  expect(validate(name, valid)).toBe(true);
  expect(validate(name, invalid)).toBe(false);
});

test("an unknown name is no format", () => {
  expect(isFormatName("color")).toBe(false);
  expect(isFormatName("toString")).toBe(false);
});
