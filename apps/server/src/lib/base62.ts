// In ASCII order, so that numbers of equal width sort as text the way they sort as numbers.
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const CHUNK_WIDTH = 5;
const CHUNK = 62 ** CHUNK_WIDTH;

/** A whole number below 62 ** width as exactly `width` characters. */
export function base62Number(value: number, width: number): string {
  let text = "";
  for (let rest = value, i = 0; i < width; i++) {
    text = ALPHABET.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

/** Big-endian bytes (an even number of them) as exactly `width` characters. */
export function base62Bytes(bytes: Uint8Array, width: number): string {
  // Long division in plain numbers, because BigInt takes nearly twice as long and every token passes here.
  const limbs: number[] = [];
  for (let i = 0; i < bytes.length; i += 2) limbs.push(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0));
  let text = "";
  let first = 0;
  while (text.length < width) {
    while (limbs[first] === 0) first++;
    text = base62Number(divideByChunk(limbs, first), Math.min(CHUNK_WIDTH, width - text.length)) + text;
  }
  return text;
}

/** Divides in place, what comes before `first` being zero, and returns the remainder. */
function divideByChunk(limbs: number[], first: number): number {
  let remainder = 0;
  for (let i = first; i < limbs.length; i++) {
    const value = remainder * 0x10000 + (limbs[i] ?? 0);
    const quotient = Math.floor(value / CHUNK);
    limbs[i] = quotient;
    remainder = value - quotient * CHUNK;
  }
  return remainder;
}
