// Judges the faults that it is sent, one after another.
import { PATCHES } from "./catalogue/index.ts";
import { seededFaults } from "./faults.ts";
import { registerFaults } from "./hooks.ts";
import { createJudge } from "./judge.ts";

const judge = createJudge(Number(process.argv[2] ?? 1), registerFaults(PATCHES));
const faults = new Map(seededFaults().map((each) => [each.fault.name, each]));

process.on("message", async (name: string) => {
  const fault = faults.get(name);
  try {
    if (!fault) throw new Error(`there is no fault ${name}`);
    tell({ verdict: await judge.judge(fault) });
  } catch (error) {
    tell({ error: `${name}: ${messageOf(error)}` });
  }
});

function tell(message: object): void {
  process.send?.(message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

tell({ ready: true });
