import fc from "fast-check";
import { CannotPrepare } from "../../engine/index.ts";
import type { Command } from "./action.ts";
import { checkAgreement, checkAtEnd } from "./agreement.ts";
import { consentCommands } from "./commands/consent.ts";
import { endingCommands } from "./commands/endings.ts";
import { timeCommands } from "./commands/time.ts";
import { tokenCommands } from "./commands/tokens.ts";
import { createModel, type Model } from "./model.ts";
import { Disagreement, type Stage } from "./system.ts";

export interface MachineOptions {
  stage: Stage;
  seed: number;
  runs: number;
  /** Seconds in which a refresh may be asked for again. */
  retryWindow: number;
  hasClock: boolean;
  /** As a finding shows it: where to begin instead of at the seed alone. */
  replay?: { path: string; commands: string } | undefined;
}

/** The shortest list of commands after which server and model disagree. */
export interface Counterexample {
  message: string;
  commands: readonly string[];
  path: string;
  replayPath: string;
}

/** Of all runs together: the document's times are int32, which ends in 2038. */
const LAST_MOMENT = 6 * 365 * 86_400_000;
const MOST_COMMANDS = 30;
/** Shrinking ends here, with the shortest list so far. */
const PATIENCE = 60_000;

/** Lets the machine run until it has done its runs or the server disagrees. */
export async function runMachine(options: MachineOptions): Promise<Counterexample | undefined> {
  const { seed, runs, replay } = options;
  const commands = fc.commands(arbitraries(options), {
    maxCommands: MOST_COMMANDS,
    size: "max",
    ...(replay && { replayPath: replay.commands }),
  });
  let stopped: unknown;
  const property = fc.asyncProperty(commands, async (list) => {
    if (stopped !== undefined) return;
    try {
      await attempt(options, list);
    } catch (error) {
      // A server that limits requests or is gone is no counterexample.
      if (error instanceof Disagreement || error instanceof CannotPrepare) throw error;
      stopped = error;
    }
  });
  const result = await fc.check(property, {
    seed,
    numRuns: runs,
    interruptAfterTimeLimit: PATIENCE,
    ...(replay && { path: replay.path }),
  });
  if (stopped !== undefined) throw stopped;
  const [list] = result.counterexample ?? [];
  if (!result.failed || list === undefined || result.counterexamplePath === null) return undefined;
  return describe(options, list, result.counterexamplePath, result.errorInstance);
}

function arbitraries({ hasClock }: MachineOptions): fc.Arbitrary<Command>[] {
  const timeless = [...consentCommands(), ...tokenCommands(), ...endingCommands()];
  // Time is what makes the difference here, so it passes more often than anything else happens.
  return hasClock ? [...timeless, ...timeCommands(), ...timeCommands(), ...timeCommands()] : timeless;
}

async function attempt({ stage, retryWindow }: MachineOptions, list: Iterable<Command>): Promise<void> {
  const start = stage.now();
  const applications = await stage.newApplications();
  const model = createModel(applications, {
    now: () => stage.now() - start,
    end: LAST_MOMENT - start,
    retryWindow,
  });
  const setup = async () => ({ model, real: stage.system });
  await fc.asyncModelRun<Model, Stage["system"], false, Model>(setup, list);
  await checkAgreement(model, stage.system);
  await checkAtEnd(model, stage.system);
  await stage.clear(applications);
}

/** Walks the shortest list once more, so that the last request is the one that shows it. */
async function describe(
  options: MachineOptions,
  list: Iterable<Command>,
  path: string,
  first: unknown,
): Promise<Counterexample> {
  const error = await attempt(options, list).then(
    () => new Disagreement(`not seen again when the same was done once more: ${messageOf(first)}`),
    (again: unknown) => again,
  );
  const text = String(list);
  const replayPath = /replayPath="([^"]*)"/.exec(text)?.[1] ?? "";
  const commands = text
    .replace(/\s*\/\*replayPath=.*$/s, "")
    .split(",")
    .filter((each) => each !== "");
  return { message: messageOf(error), commands, path, replayPath };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
