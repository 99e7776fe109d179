/** One whole answer at the beginning of what arrived; undefined while a part is missing. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** How many bytes it took. */
  readonly length: number;
}

const END_OF_HEAD = Buffer.from("\r\n\r\n");
const LAST_CHUNK = Buffer.from("0\r\n\r\n");

/** RFC 9112, as far as servers use it for short answers on a connection that stays. */
export function readAnswer(bytes: Buffer): Answer | undefined {
  const headEnd = bytes.indexOf(END_OF_HEAD);
  if (headEnd < 0) return undefined;
  const head = bytes.toString("latin1", 0, headEnd);
  const status = Number(head.slice(9, 12));
  const start = headEnd + END_OF_HEAD.length;
  const declared = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (declared !== undefined) {
    const length = start + Number(declared);
    return bytes.length < length
      ? undefined
      : { status, body: bytes.toString("utf8", start, length), length };
  }
  if (status === 204 || status === 304) return { status, body: "", length: start };
  // A chunk may end like the last one; answers this short come in one.
  const end = bytes.indexOf(LAST_CHUNK, start);
  if (end < 0) return undefined;
  const length = end + LAST_CHUNK.length;
  return { status, body: bytes.toString("utf8", start, end), length };
}
