import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id with the library's costs, which are those that OWASP gives: 19 MiB, two passes, one lane. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

let dummy: Promise<string> | undefined;

/** Takes as long where there is no password as where there is one, so that nobody learns which accounts exist. */
export async function verifyPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  dummy ??= hashPassword(randomBytes(32).toString("base64"));
  return verify(passwordHash ?? (await dummy), password);
}
