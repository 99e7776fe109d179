import { type ParseArgsConfig, parseArgs } from "node:util";
import { formats } from "@fluxer-oauth2/contract/formats";
import { UsageError } from "./command.ts";
import { quoted } from "./text.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The options of a command that takes nothing else. */
export function readOptions<const T extends Options>(args: string[], options: T) {
  return understand(() => parseArgs({ args, options, allowPositionals: false }).values);
}

/** The one identifier of a command that takes nothing else. */
export function readId(args: string[]): string {
  const [id, ...rest] = understand(
    () => parseArgs({ args, options: {}, allowPositionals: true }).positionals,
  );
  if (id === undefined) throw new UsageError("The identifier is missing.");
  if (rest.length > 0)
    throw new UsageError(`Only one identifier is taken, so ${quoted(rest[0])} is too much.`);
  return checkId("The identifier", id);
}

export function checkId(what: string, text: string): string {
  if (formats.snowflake.validate(text)) return text;
  throw new UsageError(`${what} must be digits, as in 1465923871230984192, and not ${quoted(text)}.`);
}

function understand<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    // After the first sentence the library explains how an option's name can be a value, which no command here takes.
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/\.(?:\s|$)/);
    throw new UsageError(`${sentence}.`);
  }
}
