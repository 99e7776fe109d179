import { type ParseArgsConfig, parseArgs } from "node:util";

/** What the person at the terminal can put right. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

type Options = NonNullable<ParseArgsConfig["options"]>;

export function parseOptions<const O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n--help tells the options`);
  }
}

export function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (/^[0-9]+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(`--${name} ${text} is no whole number from ${least}`);
}

/** What is kept stands in a file. */
export function needFile({ resume, json }: { resume: boolean; json: string | undefined }): void {
  if (resume && json === undefined) throw new UsageError("--resume needs the file: --json FILE");
}
