// Strings and numbers at the edges of their keywords.
import fc from "fast-check";
import type { Node } from "../nodes.ts";
import { around } from "./material.ts";

const FORMATS: Record<string, string[]> = {
  "date-time": [
    "2026-01-05T10:00:00Z",
    "2026-01-05t10:00:00.123z",
    "2026-01-05T10:00:00+05:30",
    "2026-01-05T10:00:00",
    "2026-02-29T10:00:00Z",
    "2024-02-29T23:59:60Z",
    "2024-02-29T22:59:60Z",
    "2026-01-05",
    "2026-13-01T00:00:00Z",
    "2026-01-05T24:00:00Z",
  ],
  date: [
    "2026-01-05",
    "2024-02-29",
    "2026-02-29",
    "2026-00-10",
    "26-01-05",
    "2026-01-05T00:00:00Z",
    "2000-02-29",
    "1900-02-29",
  ],
  time: [
    "10:00:00Z",
    "23:59:60Z",
    "23:59:60+01:00",
    "00:59:60+01:00",
    "10:00",
    "24:00:00Z",
    "10:00:00+24:00",
  ],
  uri: [
    "https://example.org/a?b=c#d",
    "urn:isbn:0451450523",
    "//example.org",
    "/relative",
    "https://exämple.org",
    "https://example.org/ a",
    "http://[::1]:8080/",
    "http://[::1",
    "https://example.org/%zz",
    "mailto:a@b.example",
    "1http://x",
  ],
  "uri-reference": ["/a/b", "?q", "#f", "a:b", "a b", "//host/p", "\\\\host", "", "%", "1:2"],
  email: [
    "ada@example.org",
    "a.b+c@sub.example.org",
    "ada@",
    "@example.org",
    "a b@example.org",
    ".a@example.org",
    "a@-x.org",
  ],
  hostname: [
    "example.org",
    "localhost",
    "-a.org",
    "a..b",
    "a_b.org",
    `${"a".repeat(64)}.org`,
    `${"a".repeat(63)}.org`,
  ],
  ipv4: ["127.0.0.1", "255.255.255.255", "256.0.0.1", "1.2.3", "01.2.3.4"],
  ipv6: ["::1", "2001:db8::8a2e:370:7334", "::ffff:1.2.3.4", "1::2::3", "12345::", "::"],
  uuid: [
    "123e4567-e89b-12d3-a456-426614174000",
    "123E4567-E89B-12D3-A456-426614174000",
    "123e4567e89b12d3a456426614174000",
    "123e4567-e89b-12d3-a456-42661417400g",
  ],
  byte: ["", "YQ==", "YWI=", "YWJj", "YQ=", "Y", "YW-j", "YQ==\n"],
  snowflake: [
    "0",
    "1465923871230984192",
    "9223372036854775807",
    "9223372036854775808",
    "01",
    "-1",
    "",
    "1.0",
  ],
  "uint64-decimal": ["0", "00", "18446744073709551615", "18446744073709551616", "-1", "0x1", "", "1.0"],
};

const TEXTS = [
  "",
  " ",
  "a",
  "A",
  "0",
  "1",
  "-1",
  "1.5",
  "true",
  "null",
  "é",
  "😀",
  "a\nb",
  "\ud800",
  "toString",
  "__proto__",
  "a,b",
];

export function strings(node: Node): string[] {
  const { minLength, maxLength, format, pattern } = node;
  const lengths = around(minLength, maxLength);
  const sized = lengths
    .filter((length) => length >= 0 && length <= 5000)
    .flatMap((length) => ["a".repeat(length), "0".repeat(length), "😀".repeat(length)]);
  const formatted = typeof format === "string" ? (FORMATS[format] ?? []) : [];
  const matching = typeof pattern === "string" ? ofPattern(pattern, lengths) : [];
  return [
    ...matching,
    ...formatted,
    ...matching.flatMap(broken),
    ...formatted.flatMap(broken),
    ...sized,
    ...TEXTS,
  ];
}

function broken(text: string): string[] {
  return [
    `${text}a`,
    `${text}\n`,
    ` ${text}`,
    text.slice(1),
    text.slice(0, -1),
    text.toUpperCase(),
    `${text}😀`,
  ];
}

// fast-check cannot read look-arounds; such a schema is reached through its examples.
function ofPattern(pattern: string, lengths: number[]): string[] {
  try {
    const any = fc.sample(fc.stringMatching(new RegExp(pattern, "u")), { numRuns: 6, seed: 1 });
    const sizes = lengths.filter((length) => length >= 0 && length <= 300);
    return [...any, ...sizes.flatMap((size) => any.map((text) => text.padEnd(size, text.at(-1) ?? "a")))];
  } catch {
    return [];
  }
}

const NUMBERS = [
  0,
  -0,
  1,
  -1,
  2,
  10,
  0.1,
  0.3,
  0.5,
  1.5,
  -1.5,
  1e-7,
  1e30,
  -1e30,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  -(2 ** 31) - 1,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  2 ** 63,
  -(2 ** 63),
  2 ** 64,
  Number.MAX_VALUE,
  1e-99,
];

export function numbers(node: Node): number[] {
  const bounds = [node.minimum, node.maximum, node.exclusiveMinimum, node.exclusiveMaximum].filter(
    (bound) => typeof bound === "number",
  );
  const step = typeof node.multipleOf === "number" ? node.multipleOf : 1;
  const edges = bounds.flatMap((bound) => [
    bound,
    bound - 1,
    bound + 1,
    bound - step,
    bound + step,
    bound + 0.5,
    bound - 1e-9,
    bound + 1e-9,
  ]);
  const multiples = [1, 2, 3, 7, -4, 0.5, 1000].map((factor) => factor * step);
  return [...edges, ...multiples, ...NUMBERS];
}
