import { randomInt } from "node:crypto";
import { CommandError, type Run, UsageError } from "./admin/command.ts";
import { parseCommandLine } from "./admin/command-line.ts";
import { ConfigError, readConfig } from "./config.ts";
import { openDatabase } from "./db/client.ts";
import { DatabaseStartError, StorageError } from "./db/errors.ts";
import { systemClock } from "./lib/clock.ts";
import { createSnowflakes } from "./lib/snowflake.ts";

// Whoever reads the output may stop before its end, as `head` does.
process.stdout.on("error", () => process.exit());

try {
  const parsed = parseCommandLine(process.argv.slice(2));
  if ("help" in parsed) process.stdout.write(parsed.help);
  else await carryOut(parsed.run);
} catch (error) {
  console.error(isForOperator(error) ? error.message : error);
  if (error instanceof StorageError) console.error("Run the command again; done twice, it does no harm.");
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function carryOut(run: Run): Promise<void> {
  const { databaseUrl } = readConfig(process.env);
  const db = await openDatabase({ url: databaseUrl, mustExist: true, poolSize: 1 });
  // WORKER_ID is the server's, which may be making identifiers in this very millisecond.
  const snowflakes = createSnowflakes({ worker: randomInt(1024), now: systemClock.now });
  const print = (text: string) => void process.stdout.write(text);
  const remark = (text: string) => console.error(text);
  await run({ db, clock: systemClock, snowflakes, print, remark }).finally(() => db.close());
}

/** Errors whose message says what to do; the stack of any other is worth more than its message. */
function isForOperator(error: unknown): error is Error {
  const kinds = [UsageError, CommandError, ConfigError, DatabaseStartError, StorageError];
  return kinds.some((kind) => error instanceof kind);
}
