import type { JsonObject } from "../json.ts";
import type { KeywordLimit, LimitContext } from "./keyword-limits.ts";
import type { Random } from "./random.ts";

/** Texts that are as short or as long as they may be, and unusual texts of a format. */
export function textLimits(
  { minLength, maxLength, format, type }: JsonObject,
  value: string | undefined,
  context: LimitContext,
): KeywordLimit[] {
  const formats = (context.formats[String(format)] ?? FORMAT_LIMITS[String(format)] ?? []).map((each) => {
    return { name: `the ${format} ${JSON.stringify(each)}`, values: [each] };
  });
  if (value === undefined) return formats;
  const isText = type === "string" || (Array.isArray(type) && type.includes("string"));
  const least = typeof minLength === "number" ? minLength : isText && maxLength !== undefined ? 0 : undefined;
  return [
    ...formats,
    ...(least === undefined ? [] : sized(least, value, context)),
    ...(typeof maxLength === "number" && maxLength !== minLength ? sized(maxLength, value, context) : []),
    ...(typeof maxLength === "number" && maxLength <= LONGEST_SOUGHT ? astral(maxLength) : []),
  ];
}

function sized(length: number, value: string, { random, sized: own }: LimitContext): KeywordLimit[] {
  const ready = own?.(length);
  const values = ready === undefined ? textsOf(length, value, random) : [ready];
  return [{ name: length === 1 ? "1 character" : `${length} characters`, values }];
}

// JSON Schema counts code points: a character outside the Basic Multilingual Plane is one, though it is two in UTF-16.
function astral(length: number): KeywordLimit[] {
  return [{ name: `${length} characters outside the BMP`, values: ["𝒞".repeat(length)] }];
}

const LONGEST_SOUGHT = 100_000;

/** Texts of this length, from the most like the valid one to the plainest. */
function textsOf(length: number, value: string, random: Random): string[] {
  if (length > LONGEST_SOUGHT) return [value.slice(0, length).padEnd(length, value.at(-1) ?? "a")];
  const letters = random.word(Math.min(length, 40)).padEnd(length, "conformance");
  const missing = Math.max(0, length - value.length);
  const middle = Math.floor(value.length / 2);
  return [
    value.slice(0, length) + letters.slice(0, missing),
    letters.slice(0, length),
    value.slice(0, length) + (value.at(-1) ?? "a").repeat(missing),
    value.slice(0, middle) + letters.slice(0, missing) + value.slice(middle),
    random.digits(length),
    "A".repeat(length),
    "a".repeat(length),
  ].filter((text) => text.length === length);
}

const FORMAT_LIMITS: Readonly<Record<string, readonly unknown[]>> = {
  date: ["2000-02-29"],
  "date-time": ["2000-02-29T23:59:59.999Z", "2026-01-05T10:00:00+02:00"],
  time: ["23:59:59Z"],
  ipv6: ["::"],
  uuid: ["0B5C8F0E-5A0F-4D6C-9F53-2F0B7F3F6A11"],
  int32: [2 ** 31 - 1, -(2 ** 31)],
};
