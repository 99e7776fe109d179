import { hash } from "node:crypto";

const MAX_BYTES = 10 * 1024 * 1024;
const HASH_LENGTH = 32;

/**
 * The hash that stands for an image in responses, `a_` before it when animated; undefined when it is no image or too large.
 * There is no media host beside this provider, so the hash is all that is kept of the image.
 */
export function imageHash(base64: string): string | undefined {
  const bytes = Buffer.from(base64.slice(base64.indexOf(",") + 1), "base64");
  const kind = bytes.length <= MAX_BYTES ? kindOf(bytes) : undefined;
  if (kind === undefined) return undefined;
  return (kind.isAnimated(bytes) ? "a_" : "") + hash("sha256", bytes, "hex").slice(0, HASH_LENGTH);
}

interface Kind {
  /** By the first bytes, because the name that a data URI gives proves nothing. */
  readonly matches: (bytes: Buffer) => boolean;
  readonly isAnimated: (bytes: Buffer) => boolean;
}

const KINDS: readonly Kind[] = [
  { matches: (bytes) => startsWith(bytes, 0, "\x89PNG\r\n\x1a\n"), isAnimated: isAnimatedPng },
  { matches: (bytes) => startsWith(bytes, 0, "\xff\xd8\xff"), isAnimated: () => false },
  {
    matches: (bytes) => startsWith(bytes, 0, "GIF87a") || startsWith(bytes, 0, "GIF89a"),
    isAnimated: isAnimatedGif,
  },
  {
    matches: (bytes) => startsWith(bytes, 0, "RIFF") && startsWith(bytes, 8, "WEBP"),
    isAnimated: isAnimatedWebp,
  },
];

function kindOf(bytes: Buffer): Kind | undefined {
  return KINDS.find(({ matches }) => matches(bytes));
}

function startsWith(bytes: Buffer, at: number, text: string): boolean {
  return bytes.toString("latin1", at, at + text.length) === text;
}

/** An acTL chunk before the first image data makes a PNG an animation. */
function isAnimatedPng(bytes: Buffer): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (startsWith(bytes, at + 4, "acTL")) return true;
    if (startsWith(bytes, at + 4, "IDAT")) return false;
  }
  return false;
}

/** Chunks have even lengths in the file. */
function isAnimatedWebp(bytes: Buffer): boolean {
  for (let at = 12; at + 8 <= bytes.length; ) {
    if (startsWith(bytes, at, "ANIM")) return true;
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return false;
}

const GIF_HEADER = 13;
const IMAGE = 0x2c;
const EXTENSION = 0x21;

/** More than one image descriptor. */
function isAnimatedGif(bytes: Buffer): boolean {
  let images = 0;
  for (let at = GIF_HEADER + colorTable(bytes, 10); at < bytes.length; ) {
    if (bytes[at] === IMAGE && ++images > 1) return true;
    if (bytes[at] === IMAGE) at = skipSubBlocks(bytes, at + 11 + colorTable(bytes, at + 9));
    else if (bytes[at] === EXTENSION) at = skipSubBlocks(bytes, at + 2);
    else return false;
  }
  return false;
}

/** Bytes of the colour table that the packed field at this place announces. */
function colorTable(bytes: Buffer, at: number): number {
  const packed = bytes[at] ?? 0;
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

function skipSubBlocks(bytes: Buffer, from: number): number {
  let at = from;
  for (let length = bytes[at] ?? 0; length > 0; length = bytes[at] ?? 0) at += 1 + length;
  return at + 1;
}
