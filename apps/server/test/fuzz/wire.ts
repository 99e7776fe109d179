import { connect } from "node:net";
import type { Case } from "./cases.ts";
import { corrupt } from "./encode.ts";
import { createRandom, type Random } from "./random.ts";

/** The bytes of a request on the wire, some of them broken, where no client library stands in the way. */
export function bytesOf(seed: number, { number, method, target, headers, body }: Case): Buffer {
  const random = createRandom(seed ^ 0x77697265, number);
  const length = body && !headers.some(([name]) => name === "content-length") ? body.length : undefined;
  const lines = [
    `${method} ${targetOf(random, target)} HTTP/1.1`,
    ...(random.chance(0.95) ? ["Host: localhost"] : []),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(length === undefined
      ? []
      : [`content-length: ${random.chance(0.9) ? length : length + random.pick(OFF)}`]),
    ...(random.chance(0.2) ? [random.pick(LINES)] : []),
  ];
  const end = random.chance(0.05) ? random.pick(["\n", "\r\n", "\r\n\0\r\n", ""]) : "\r\n\r\n";
  const head = Buffer.from(lines.join(random.chance(0.05) ? "\n" : "\r\n") + end, "latin1");
  return Buffer.concat([random.chance(0.3) ? corrupt(random, head) : head, body ?? Buffer.alloc(0)]);
}

const OFF = [-1, 1, 1000, 1e9];
const LINES = [
  "Transfer-Encoding: chunked",
  "Transfer-Encoding: gzip, chunked",
  "Transfer-Encoding : chunked",
  "Content-Length: 5\r\nContent-Length: 6",
  "Host: evil.example:99999",
  "Host: [::1",
  "Authorization: Bearer a\r\nAuthorization: Bearer b",
  " folded: line",
  "no colon",
  ": no name",
  `x: ${"y".repeat(20_000)}`,
  "Expect: 100-continue",
  "Expect: miracles",
  "Connection: Upgrade\r\nUpgrade: h2c",
  "x: \0",
  "x: \x01\x7f\xff",
];

// As it is written, not as a URL parser would have it.
function targetOf(random: Random, target: string): string {
  const text = Buffer.from(target.toWellFormed()).toString("latin1");
  if (!random.chance(0.1)) return text;
  return random.pick([
    `http://evil.example${text}`,
    "*",
    `//${text}`,
    text.slice(1),
    `${text}#a`,
    `${text}\x7f`,
    "::",
  ]);
}

/** What is wrong with how the server takes these bytes: a status of its own fault, or no end. */
export async function faultOnWire(port: number, bytes: Buffer): Promise<string | undefined> {
  const socket = connect(port, "127.0.0.1");
  const chunks: Buffer[] = [];
  let isOver = false;
  // A server stops answering whoever stops sending, so that waits for the answer, or for the lack of one.
  const silence = setTimeout(() => socket.end(), SILENCE_MILLISECONDS);
  const patience = setTimeout(() => {
    isOver = true;
    socket.destroy();
  }, PATIENCE_MILLISECONDS);
  socket.on("data", (chunk) => {
    chunks.push(chunk);
    socket.end();
  });
  // A connection that is cut off is an answer to what cannot be understood.
  socket.on("error", () => {});
  socket.write(bytes);
  await new Promise((resolve) => socket.once("close", resolve));
  clearTimeout(silence);
  clearTimeout(patience);
  if (isOver) return "no end";
  const text = Buffer.concat(chunks).toString("latin1");
  const failed = [...text.matchAll(/^HTTP\/1\.1 (\d+)/gm)].find(([, status]) => Number(status) >= 500);
  return failed && `${failed[1]}: ${text.slice(0, 500)}`;
}

const SILENCE_MILLISECONDS = 300;
const PATIENCE_MILLISECONDS = 20_000;
