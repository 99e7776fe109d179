import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Finding, runConformance } from "@fluxer-oauth2/contract-tests";
import {
  INSTRUMENTER_CONSTANTS,
  type InstrumenterContext,
  type MutantCoverage,
} from "@stryker-mutator/api/core";
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
  TestStatus,
} from "@stryker-mutator/api/test-runner";
import { loadProvider, type StartProvider } from "./provider.ts";

/** What belongs to no case: that the provider starts, and what the suite finds in the run as a whole. */
const STARTING = "the provider starts";
const WHOLE = "the run as a whole";

/** So few cases are worth a run of their own before that of all. */
const FEW = 300;

/** Written in the sandbox for the processes that come after the one of the dry run. */
const TOUCHING = "touching-cases.json";

/**
 * Runs the conformance suite in this process. Each of its cases is a test of Stryker's.
 *
 * First run the cases that reached the mutant when nothing was wrong, and those that noticed another in the same file. When
 * they find nothing, all cases run that reached any mutant: what a case stumbles over may have been made wrongly in an
 * earlier one.
 */
export class ConformanceRunner implements TestRunner {
  readonly #directory: string;
  readonly #killers = new Map<string, Set<string>>();
  #start: StartProvider | undefined;
  #touchers: ReadonlySet<string> | undefined;

  /** Where the provider is: in the process that Stryker starts, the sandbox. */
  constructor(directory: string = process.cwd()) {
    this.#directory = directory;
  }

  /** A module is loaded once in a process; what a mutant changes while loading needs another process. */
  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: false };
  }

  async dryRun(): Promise<DryRunResult> {
    const start = await this.#load();
    const space = strykerSpace();
    space.currentTestId = STARTING;
    const times = new Map<string, number>([[STARTING, 0]]);
    let since = performance.now();
    const { findings, error } = await hold(start, {
      onProgress: ({ title }) => {
        const now = performance.now();
        const ended = space.currentTestId ?? STARTING;
        times.set(ended, (times.get(ended) ?? 0) + now - since);
        times.set(title, times.get(title) ?? 0);
        since = now;
        space.currentTestId = title;
      },
    });
    if (error !== undefined) return { status: DryRunStatus.Error, errorMessage: error };
    const failures = new Map(
      findings.map((finding) => [times.has(finding.case) ? finding.case : WHOLE, finding]),
    );
    const tests = [...times, [WHOLE, 0] as const].map(([title, time]) =>
      resultOf(title, time, failures.get(title)),
    );
    const mutantCoverage: MutantCoverage = space.mutantCoverage ?? { static: {}, perTest: {} };
    writeFileSync(join(this.#directory, TOUCHING), JSON.stringify(Object.keys(mutantCoverage.perTest)));
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, mutantActivation, hitLimit, testFilter } = options;
    const space = strykerSpace();
    if (mutantActivation === "static") space.activeMutant = activeMutant.id;
    else delete space.activeMutant;
    try {
      const start = await this.#load();
      Object.assign(space, { activeMutant: activeMutant.id, hitCount: hitLimit && 0, hitLimit });
      const killers = this.#killersIn(activeMutant.fileName);
      const first = new Set([...(testFilter ?? []), ...killers]);
      const few =
        testFilter && first.size <= FEW ? await tryWith(start, (title) => first.has(title)) : undefined;
      const outcome = few?.killedBy === undefined ? await tryWith(start, this.#touching()) : few;
      const { killedBy, message, cases } = outcome;
      const limit = determineHitLimitReached(space.hitCount, hitLimit);
      if (limit) return { ...limit, status: MutantRunStatus.Timeout };
      if (killedBy === undefined) return { status: MutantRunStatus.Survived, nrOfTests: cases };
      killers.add(killedBy);
      return {
        status: MutantRunStatus.Killed,
        killedBy: [killedBy],
        failureMessage: message,
        nrOfTests: cases,
      };
    } catch (error) {
      // What keeps the modules from loading keeps the server from starting.
      const failureMessage = `${STARTING}: ${describe(error)}`;
      return { status: MutantRunStatus.Killed, killedBy: [STARTING], failureMessage, nrOfTests: 0 };
    }
  }

  async #load(): Promise<StartProvider> {
    this.#start ??= await loadProvider(this.#directory);
    return this.#start;
  }

  #touching(): (title: string) => boolean {
    const touchers =
      this.#touchers ?? new Set(JSON.parse(readFileSync(join(this.#directory, TOUCHING), "utf8")));
    this.#touchers = touchers;
    return (title) => touchers.has(title);
  }

  #killersIn(file: string): Set<string> {
    const known = this.#killers.get(file) ?? new Set();
    this.#killers.set(file, known);
    return known;
  }
}

type Options = Partial<Parameters<typeof runConformance>[0]>;

/** Holds a new provider against the document, without the mutant making trouble for whoever asks. */
async function hold(start: StartProvider, options: Options) {
  try {
    const provider = await start();
    try {
      const { findings } = await runConformance({ ...provider.options, ...options });
      return { findings, error: undefined };
    } finally {
      await provider.stop();
    }
  } catch (error) {
    return { findings: [], error: describe(error) };
  }
}

interface Outcome {
  readonly killedBy: string | undefined;
  readonly message: string;
  readonly cases: number;
}

async function tryWith(start: StartProvider, only?: (title: string) => boolean): Promise<Outcome> {
  const begun = new Set<string>();
  const onProgress = ({ title }: { title: string }) => begun.add(title);
  const { findings, error } = await hold(start, { only, bail: true, onProgress });
  const [first] = findings;
  if (error !== undefined) return { killedBy: STARTING, message: error, cases: begun.size };
  if (first === undefined) return { killedBy: undefined, message: "", cases: begun.size };
  const killedBy = begun.has(first.case) ? first.case : WHOLE;
  return { killedBy, message: `${first.case}: ${first.message}`, cases: begun.size };
}

function resultOf(title: string, timeSpentMs: number, finding: Finding | undefined): TestResult {
  const test = { id: title, name: title, timeSpentMs };
  if (finding === undefined) return { ...test, status: TestStatus.Success };
  return { ...test, status: TestStatus.Failed, failureMessage: finding.message };
}

/** Where the instrumented code and Stryker meet. */
function strykerSpace(): InstrumenterContext {
  const holder: Record<string, InstrumenterContext> = globalThis as never;
  holder[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
  return holder[INSTRUMENTER_CONSTANTS.NAMESPACE] ?? {};
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
