export const ADMINISTRATOR = 1n << 3n;
export const MANAGE_GUILD = 1n << 5n;

const KNOWN_BITS = [...range(0, 18), ...range(20, 30), 37, 40, 43, 51, 52, 53];

export const KNOWN_PERMISSIONS = KNOWN_BITS.reduce((mask, bit) => mask | (1n << BigInt(bit)), 0n);

/** The known bits of an unsigned 64-bit number in decimal digits; undefined for any other text. */
export function parsePermissions(text: string): bigint | undefined {
  if (!/^[0-9]{1,20}$/.test(text)) return undefined;
  const value = BigInt(text);
  return value < 1n << 64n ? value & KNOWN_PERMISSIONS : undefined;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
