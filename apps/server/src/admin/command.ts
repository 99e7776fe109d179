import type { Config } from "../config.ts";
import type { Database } from "../db/database.ts";
import type { Clock } from "../lib/clock.ts";
import type { Snowflakes } from "../lib/snowflake.ts";

export interface Output {
  /** The result, to standard output. */
  print(text: string): void;
  /** What is said about the result, to standard error. */
  remark(text: string): void;
}

/** What a command works with once its words are understood. */
export interface Tools extends Output {
  readonly db: Database;
  readonly clock: Clock;
  readonly snowflakes: Snowflakes;
  readonly config: Config;
}

export type Run = (tools: Tools) => Promise<void>;

export interface Command {
  readonly name: string;
  /** What follows the name. */
  readonly takes: string;
  readonly summary: string;
  readonly details: string;
  /** Throws a UsageError. */
  parse(args: string[]): Run;
}

/** The command line makes no sense; the message says what would. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The command was understood and could not be done; the message says what to do next. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}
