import { NotOpenApi } from "../engine/index.ts";
import { ConfigError } from "../fluxer/config.ts";

/** What the person at the terminal can put right. */
export class UsageError extends Error {}

export function isForUser(error: unknown): error is Error {
  return [UsageError, ConfigError, NotOpenApi].some((kind) => error instanceof kind);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
