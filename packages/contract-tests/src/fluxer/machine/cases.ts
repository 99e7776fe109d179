import { type Call, type Case, NotTested, operationOf, type Spec } from "../../engine/index.ts";
import type { World } from "../world/world.ts";
import { type Counterexample, runMachine } from "./machine.ts";
import { createStage } from "./system.ts";

const RUNS = 3;
const RETRY_WINDOW = 30;

/**
 * Long chains of what users, applications and time do to each other, at random but the same for the same seed. After every
 * step introspection, /oauth2/@me and the lists of authorizations must say what RFC 6749, 7009, 7662 and 9700 make of it.
 */
export function machineCases(_spec: Spec, world: World): Case[] {
  // Drawn when the cases are planned, so that it does not depend on what else is run.
  const seed = world.random.below(2 ** 31);
  return [
    machineCase("state machine", (call) => run(world, call, seed, false)),
    machineCase("state machine in which time passes", (call) => {
      if (!world.config.advance)
        throw new NotTested(
          "expiry needs a clock that can be moved on, as only a caller in the same process has",
        );
      return run(world, call, seed, true);
    }),
  ];
}

function machineCase(name: string, walk: (call: Call) => Promise<void>): Case {
  return { operation: undefined, name, expects: [], run: walk };
}

async function run(world: World, call: Call, seed: number, hasClock: boolean): Promise<void> {
  const { machineRuns = RUNS, machineReplay = "", refreshRetryWindow = RETRY_WINDOW } = world.config;
  if (await isLimited(world, call)) throw new NotTested("needs a server without rate limits");
  const [kind, ofSeed, path = "", commands = ""] = machineReplay.split("/");
  const isReplay = machineReplay !== "" && kind === kindOf(hasClock);
  const found = await runMachine({
    stage: await createStage(world, call),
    seed: isReplay ? Number(ofSeed) : seed,
    runs: machineRuns,
    retryWindow: refreshRetryWindow,
    hasClock,
    replay: isReplay ? { path, commands } : undefined,
  });
  if (found) call.report(tell(found, `${kindOf(hasClock)}/${isReplay ? ofSeed : seed}`));
}

/** Hundreds of requests would mostly be waiting. */
async function isLimited({ spec, config }: World, call: Call): Promise<boolean> {
  const { response } = await call(operationOf(spec, "getAuthorizationServerMetadata"), {});
  return config.rateLimits === true || response.headers.has("ratelimit");
}

function kindOf(hasClock: boolean): string {
  return hasClock ? "time" : "plain";
}

function tell({ message, commands, path, replayPath }: Counterexample, start: string): string {
  const chain = commands.map((each, index) => `${index + 1}. ${each}`).join("; ");
  return `${message}. After: ${chain || "nothing"}. Again with machineReplay "${start}/${path}/${replayPath}"`;
}
