import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Cores, pinned } from "../machine.ts";
import type { Order } from "./main.ts";
import type { Plan } from "./plan.ts";
import type { Outcome, Run } from "./run.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));

export interface Generator {
  plan(name: string, plan: Plan): Promise<void>;
  add(name: string, pool: Plan["pool"]): Promise<void>;
  run(name: string, run: Run): Promise<Outcome>;
  stop(): void;
}

/** One process for all contestants, so that it is as warm for the last as for the first. */
export function startGenerator(cores: Cores | undefined): Generator {
  const [program, parameters] = pinned(cores?.load, [process.execPath, main]);
  const child = spawn(program, parameters, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    serialization: "advanced",
  });
  const exited = once(child, "exit");

  async function ask(order: Order): Promise<unknown> {
    child.send(order);
    const gone = exited.then(() => Promise.reject(new Error("the load generator ended")));
    const [answer] = await Promise.race([once(child, "message"), gone]);
    const { done, error } = answer as { done?: unknown; error?: string };
    if (error !== undefined) throw new Error(`the load generator failed: ${error}`);
    return done;
  }

  return {
    plan: async (name, plan) => void (await ask({ do: "plan", name, plan })),
    add: async (name, pool) => void (await ask({ do: "add", name, pool })),
    // Said by load/run.ts.
    run: async (name, run) => (await ask({ do: "run", name, run })) as Outcome,
    stop: () => void child.kill(),
  };
}
