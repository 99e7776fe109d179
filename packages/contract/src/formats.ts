// What each `format` of the specification means. zod and ajv take their verdicts from this one table, so that a
// format cannot mean one thing to the server and another to the suite.

export interface Format {
  type: "string" | "number";
  validate: (value: never) => boolean;
}

interface StringFormat extends Format {
  type: "string";
  validate: (value: string) => boolean;
}

interface NumberFormat extends Format {
  type: "number";
  validate: (value: number) => boolean;
}

const string = (validate: (value: string) => boolean): StringFormat => ({ type: "string", validate });
const number = (validate: (value: number) => boolean): NumberFormat => ({ type: "number", validate });
const matches = (pattern: RegExp) => string((value) => pattern.test(value));

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function isDate(value: string): boolean {
  const [, year = 0, month = 0, day = 0] = DATE.exec(value)?.map(Number) ?? [];
  const days = month === 2 && isLeapYear(year) ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

// RFC 3339 5.6; a leap second (5.7) is one only at 23:59:60 UTC, whatever the offset.
function isTime(value: string): boolean {
  const parts = TIME.exec(value);
  if (!parts) return false;
  const [hour, minute, second, offsetHour, offsetMinute] = [1, 2, 3, 5, 6].map((i) => Number(parts[i] ?? 0));
  if (hour === undefined || minute === undefined || second === undefined) return false;
  if (offsetHour === undefined || offsetMinute === undefined) return false;
  if (hour > 23 || minute > 59 || offsetHour > 23 || offsetMinute > 59) return false;
  if (second < 60) return true;
  const east = (parts[4] === "-" ? -1 : 1) * (offsetHour * 60 + offsetMinute);
  return second === 60 && (hour * 60 + minute - east + 2880) % 1440 === 1439;
}

function isDateTime(value: string): boolean {
  return /[t ]/i.test(value.charAt(10)) && isDate(value.slice(0, 10)) && isTime(value.slice(11));
}

// RFC 3986 3, with the pieces under the names that the RFC's grammar gives them.
const PCHAR = "[A-Za-z0-9\\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2}";
const SEGMENTS = `(?:/(?:${PCHAR})*)*`;
const DEC_OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const IPV4 = `(?:${DEC_OCTET}\\.){3}${DEC_OCTET}`;
const H16 = "[0-9A-Fa-f]{1,4}";
const LS32 = `(?:${H16}:${H16}|${IPV4})`;
const IPV6 = [
  `(?:${H16}:){6}${LS32}`,
  `::(?:${H16}:){5}${LS32}`,
  `(?:${H16})?::(?:${H16}:){4}${LS32}`,
  `(?:(?:${H16}:){0,1}${H16})?::(?:${H16}:){3}${LS32}`,
  `(?:(?:${H16}:){0,2}${H16})?::(?:${H16}:){2}${LS32}`,
  `(?:(?:${H16}:){0,3}${H16})?::${H16}:${LS32}`,
  `(?:(?:${H16}:){0,4}${H16})?::${LS32}`,
  `(?:(?:${H16}:){0,5}${H16})?::${H16}`,
  `(?:(?:${H16}:){0,6}${H16})?::`,
].join("|");
const IP_LITERAL = `\\[(?:${IPV6}|v[0-9A-Fa-f]+\\.[A-Za-z0-9\\-._~!$&'()*+,;=:]+)\\]`;
const USERINFO = "(?:[A-Za-z0-9\\-._~!$&'()*+,;=:]|%[0-9A-Fa-f]{2})*@";
const REG_NAME = "(?:[A-Za-z0-9\\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})*";
const AUTHORITY = `(?:${USERINFO})?(?:${IP_LITERAL}|${REG_NAME})(?::\\d*)?`;
const TAIL = `(?:\\?(?:${PCHAR}|[/?])*)?(?:#(?:${PCHAR}|[/?])*)?`;
const ROOTED = `//${AUTHORITY}${SEGMENTS}|/(?:(?:${PCHAR})+${SEGMENTS})?`;
const SCHEME = "[A-Za-z][A-Za-z0-9+\\-.]*:";
const NO_COLON = PCHAR.replace(":@", "@");
const URI = new RegExp(`^${SCHEME}(?:${ROOTED}|(?:${PCHAR})+${SEGMENTS}|)${TAIL}$`);
const RELATIVE = new RegExp(`^(?:${ROOTED}|(?:${NO_COLON})+${SEGMENTS}|)${TAIL}$`);

const LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const HOSTNAME = new RegExp(`^(?=.{1,253}$)${LABEL}(?:\\.${LABEL})*$`);
const ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const EMAIL = new RegExp(`^(?=.{1,64}@)${ATEXT}(?:\\.${ATEXT})*@(?=.{1,253}$)${LABEL}(?:\\.${LABEL})*$`);

const LARGEST_SNOWFLAKE = 9223372036854775807n;

function isSnowflake(value: string): boolean {
  return /^(?:0|[1-9]\d{0,18})$/.test(value) && BigInt(value) <= LARGEST_SNOWFLAKE;
}

const LARGEST_UINT64 = 18446744073709551615n;

function isUint64(value: string): boolean {
  return /^0*\d{1,20}$/.test(value) && BigInt(value) <= LARGEST_UINT64;
}

function isInteger(bits: number): (value: number) => boolean {
  return (value) => Number.isInteger(value) && value >= -(2 ** (bits - 1)) && value < 2 ** (bits - 1);
}

/** Every format that a specification may use; the generator refuses any other. */
export const formats = {
  "date-time": string(isDateTime),
  date: string(isDate),
  time: string(isTime),
  uri: matches(URI),
  "uri-reference": string((value) => URI.test(value) || RELATIVE.test(value)),
  email: matches(EMAIL),
  hostname: matches(HOSTNAME),
  ipv4: matches(new RegExp(`^${IPV4}$`)),
  ipv6: matches(new RegExp(`^(?:${IPV6})$`)),
  uuid: matches(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i),
  byte: matches(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/),
  password: string(() => true),
  snowflake: string(isSnowflake),
  "uint64-decimal": string(isUint64),
  int32: number(isInteger(32)),
  int64: number(isInteger(64)),
  float: number(() => true),
  double: number(() => true),
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
export type StringFormatName = {
  [Name in FormatName]: (typeof formats)[Name]["type"] extends "string" ? Name : never;
}[FormatName];

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
