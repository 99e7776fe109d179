/** Small images, just true enough for what reads their structure; not made by the code under test. */

const u32be = (n: number) => Buffer.from([n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]);
const u32le = (n: number) => Buffer.from(u32be(n)).reverse();
const bytes = (...values: number[]) => Buffer.from(values);
const join = (...parts: (Buffer | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)));

const pngChunk = (type: string, data = Buffer.alloc(0)) =>
  join(u32be(data.length), type, data, bytes(0, 0, 0, 0));
const png = (...chunks: Buffer[]) =>
  join("\x89PNG\r\n\x1a\n", pngChunk("IHDR", Buffer.alloc(13)), ...chunks, pngChunk("IEND"));
const pixels = pngChunk("IDAT", bytes(1, 2, 3));

const frame = join(bytes(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2), bytes(2, 0x44, 1, 0));
const frameWithColors = join(
  bytes(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0x80),
  bytes(0, 0, 0, 255, 255, 255, 2),
  bytes(2, 0x44, 1, 0),
);
// The comment holds a byte that begins an image outside of it.
const comment = bytes(0x21, 0xfe, 3, 0x2c, 0x2c, 0x2c, 0);
const gif = (packed: number, ...blocks: Buffer[]) =>
  join(
    "GIF89a",
    bytes(1, 0, 1, 0, packed, 0, 0),
    Buffer.alloc(packed & 0x80 ? 6 : 0),
    ...blocks,
    bytes(0x3b),
  );

const webpChunk = (type: string, data: Buffer) =>
  join(type, u32le(data.length), data, Buffer.alloc(data.length % 2));
const webp = (...chunks: Buffer[]) =>
  join("RIFF", u32le(4 + chunks.reduce((sum, { length }) => sum + length, 0)), "WEBP", ...chunks);

export const IMAGES = {
  png: png(pixels),
  pngWithLateControl: png(pixels, pngChunk("acTL", Buffer.alloc(8))),
  animatedPng: png(pngChunk("acTL", Buffer.alloc(8)), pixels),
  jpeg: join("\xff\xd8\xff\xe0", Buffer.alloc(20)),
  gif: gif(0x80, comment, frame),
  gifOfOneFrameWithColors: gif(0, frameWithColors, comment),
  animatedGif: gif(0, comment, frameWithColors, comment, frame),
  webp: webp(webpChunk("VP8 ", bytes(1, 2, 3))),
  animatedWebp: webp(
    webpChunk("VP8X", Buffer.alloc(10)),
    webpChunk("ICCP", bytes(1)),
    webpChunk("ANIM", Buffer.alloc(6)),
  ),
} as const;

export const ANIMATED = new Set<keyof typeof IMAGES>(["animatedPng", "animatedGif", "animatedWebp"]);
