import { hash as hashAtCost } from "@node-rs/argon2";

export { verify } from "@node-rs/argon2";

/** In place of the library's costs: hundreds of runs make thousands of passwords that protect nothing. */
export function hash(password: string): Promise<string> {
  return hashAtCost(password, { memoryCost: 64, timeCost: 1, parallelism: 1 });
}
