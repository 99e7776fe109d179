import { createHmac, type KeyObject } from "node:crypto";
import { assemble } from "../../lib/secret.ts";
import type { Pair } from "./pair.ts";

/**
 * The pair that takes a refresh token's place, from the token itself and a key of the server: whoever repeats the request
 * can be given the same pair, and nothing from which it could be made is stored.
 */
export function successorsOf(
  key: KeyObject,
  token: string,
  { refreshId, accessId }: { refreshId: string; accessId: string },
): Pair {
  const secrets = createHmac("sha512", key).update(`${refreshId} ${token}`).digest();
  return {
    refresh: assemble("refresh", refreshId, secrets.subarray(0, 32)),
    access: assemble("access", accessId, secrets.subarray(32)),
  };
}
