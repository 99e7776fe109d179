// Judges the faults that it is sent, one after another.
import { work } from "../batch/work.ts";
import { PATCHES } from "./catalogue/index.ts";
import { seededFaults } from "./faults.ts";
import { registerFaults } from "./hooks.ts";
import { createJudge } from "./judge.ts";

const judge = createJudge(Number(process.argv[2] ?? 1), registerFaults(PATCHES));
const faults = new Map(seededFaults().map((each) => [each.fault.name, each]));

work(async (name: string) => {
  const fault = faults.get(name);
  if (!fault) throw new Error("there is no such fault");
  return judge.judge(fault);
});
