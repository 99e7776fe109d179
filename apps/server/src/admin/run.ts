import { randomInt } from "node:crypto";
import { ConfigError, readConfig } from "../config.ts";
import { openDatabase } from "../db/client.ts";
import { DatabaseStartError, StorageError } from "../db/errors.ts";
import { systemClock } from "../lib/clock.ts";
import { createSnowflakes } from "../lib/snowflake.ts";
import { OPERATOR_WORKER } from "../workers/lease.ts";
import { CommandError, type Output, type Run, UsageError } from "./command.ts";
import { parseCommandLine } from "./command-line.ts";

type Environment = Record<string, string | undefined>;

/** Gives the exit code. An error that no operator can mend is thrown: its stack is worth more than its message. */
export async function runAdmin(args: string[], env: Environment, output: Output): Promise<0 | 1 | 2> {
  try {
    const parsed = parseCommandLine(args);
    if ("help" in parsed) output.print(parsed.help);
    else await carryOut(parsed.run, env, output);
    return 0;
  } catch (error) {
    if (!isForOperator(error)) throw error;
    output.remark(`${error.message}\n`);
    if (error instanceof StorageError) output.remark("Run the command again; done twice, it does no harm.\n");
    return error instanceof UsageError ? 2 : 1;
  }
}

async function carryOut(run: Run, env: Environment, output: Output): Promise<void> {
  const config = readConfig(env);
  const db = await openDatabase({ url: config.databaseUrl, mustExist: true, poolSize: 1 });
  // All commands are one worker; two in the same millisecond begin apart.
  const first = randomInt(4096);
  const snowflakes = createSnowflakes({ worker: () => OPERATOR_WORKER, first, now: systemClock.now });
  await run({ db, clock: systemClock, snowflakes, config, ...output }).finally(() => db.close());
}

function isForOperator(error: unknown): error is Error {
  const kinds = [UsageError, CommandError, ConfigError, DatabaseStartError, StorageError];
  return kinds.some((kind) => error instanceof kind);
}
