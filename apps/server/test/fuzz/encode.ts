import { ESCAPES, TEXTS, writeJson, writeText } from "./nasty.ts";
import type { Random } from "./random.ts";

export type Encoded = { readonly contentType: string; readonly bytes: Buffer };

export function encode(random: Random, media: string, body: unknown): Encoded {
  if (media === "multipart/form-data") return encodeMultipart(random, entriesOf(body));
  if (media === "application/x-www-form-urlencoded")
    return { contentType: media, bytes: Buffer.from(encodeForm(random, entriesOf(body))) };
  return { contentType: media, bytes: Buffer.from(writeJson(body)) };
}

type Entry = readonly [name: string, value: string];

function entriesOf(body: unknown): Entry[] {
  if (typeof body !== "object" || body === null) return [["", String(body)]];
  const present = Object.entries(body).filter(([, value]) => value !== undefined);
  return present.map(([name, value]) => [name, writeText(value)]);
}

/** Now and then twice, or with an escape that is none. */
export function encodeForm(random: Random, entries: readonly Entry[]): string {
  const pairs = entries.map(([name, value]) => {
    const pair = new URLSearchParams([[name, value]]).toString();
    if (random.chance(0.02)) return `${pair}&${pair}`;
    return random.chance(0.02) ? pair + random.pick(ESCAPES) : pair;
  });
  return pairs.join(random.chance(0.02) ? random.pick([";", "&&", "\n"]) : "&");
}

function encodeMultipart(random: Random, entries: readonly Entry[]): Encoded {
  const boundary = random.chance(0.05) ? random.pick(["", "a b", "x".repeat(200), '"']) : "boundary";
  const parts = entries.map(
    ([name, value]) => `--${boundary}\r\n${partHeader(random, name)}\r\n\r\n${value}\r\n`,
  );
  const end = random.chance(0.05) ? random.pick(["", "--", `--${boundary}`, "\0"]) : `--${boundary}--\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.from(parts.join("") + end),
  };
}

function partHeader(random: Random, name: string): string {
  const plain = `Content-Disposition: form-data; name="${name.replaceAll('"', "%22")}"`;
  if (!random.chance(0.1)) return plain;
  return random.pick([
    `${plain}; filename="a.txt"`,
    `${plain}; filename*=UTF-8''%ff`,
    `${plain}\r\nContent-Type: application/octet-stream`,
    `${plain}\r\nContent-Transfer-Encoding: base64`,
    `${plain}\r\nContent-Type: text/plain; charset=utf-16`,
    `Content-Disposition: form-data; name="${name}`,
    "Content-Disposition: attachment",
    "X: y",
    "",
    random.pick(TEXTS).slice(0, 500),
  ]);
}

/** Takes the bytes apart: cut short, one changed, a piece put in, the whole twice. */
export function corrupt(random: Random, bytes: Buffer): Buffer {
  const place = random.below(bytes.length + 1);
  const [head, tail] = [bytes.subarray(0, place), bytes.subarray(place)];
  const piece = random.pick(PIECES);
  switch (random.below(5)) {
    case 0:
      return head;
    case 1:
      return Buffer.concat([head, piece, tail.subarray(Math.min(1, tail.length))]);
    case 2:
      return Buffer.concat([head, piece, tail]);
    case 3:
      return Buffer.concat([piece, bytes]);
    default:
      return Buffer.concat([bytes, bytes]);
  }
}

const PIECES: readonly Buffer[] = [
  Buffer.from([0]),
  Buffer.from([0xff]),
  Buffer.from([0xc3]),
  Buffer.from([0xc0, 0xaf]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from([0xef, 0xbb, 0xbf]),
  Buffer.from([0xf4, 0x90, 0x80, 0x80]),
  Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]),
  ...["\r\n", '"', "\\", "\\u", "\\ud800", "{", "]", ",", "/*", "&", "=", "%", "--boundary", "\u2028"].map(
    (text) => Buffer.from(text),
  ),
];
