import { readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { type Options, UsageError } from "./arguments.ts";
import { profiled } from "./contestants/sqlite.ts";
import { assignCores } from "./machine.ts";
import { openArena } from "./measure/arena.ts";
import { OPERATION_NAMES, type Operation } from "./operations.ts";

/** Runs one operation of this provider with the profiler on; answers where the profile is. */
export async function profile(
  operation: string,
  { seconds, tokens }: Options,
  directory: string,
  say: (text: string) => void,
): Promise<string> {
  if (!isOperation(operation)) throw new UsageError(`--profile takes one of ${OPERATION_NAMES.join(", ")}.`);
  const contestant = profiled(directory);
  const arena = await openArena([contestant], { directory, cores: assignCores(), tokens, say });
  try {
    say(`${operation} for ${seconds} seconds`);
    await arena.measure(contestant, operation, { warmSeconds: 2, seconds });
  } finally {
    await arena.close();
  }
  const [file] = readdirSync(directory).filter((name) => name.endsWith(".cpuprofile"));
  if (file === undefined) throw new Error("the server wrote no profile");
  const place = join(process.cwd(), `${operation}.cpuprofile`);
  renameSync(join(directory, file), place);
  return `${place}: open it in the Performance panel of a browser's tools`;
}

function isOperation(name: string): name is Operation {
  return OPERATION_NAMES.some((operation) => operation === name);
}
