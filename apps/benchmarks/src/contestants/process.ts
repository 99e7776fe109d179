import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { type Cores, pinned } from "../machine.ts";

export interface Spawned {
  readonly child: ChildProcess;
  readonly pid: number;
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
  /** Rejects with what it printed when it ends unasked. */
  readonly broken: Promise<never>;
}

const KEPT_OUTPUT = 4000;

/** One that is paused hears of nothing, not even of its parent's end: whatever ends this process ends them as well. */
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** A Node process in production mode, alone on the server's core. */
export function spawnServer(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
  cores: Cores | undefined,
  cwd: string,
): Spawned {
  const [program, rest] = pinned(cores?.server, [process.execPath, ...parameters]);
  const child = spawn(program, rest, {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, NODE_ENV: "production", ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let printed = "";
  const keep = (chunk: Buffer) => {
    printed = (printed + chunk.toString()).slice(-KEPT_OUTPUT);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  let isStopping = false;
  const exited = once(child, "exit");
  const broken = exited.then(([code, signal]) => {
    if (isStopping) return new Promise<never>(() => {});
    throw new Error(`${parameters.at(-1)} ended with ${signal ?? code}:\n${printed}`);
  });
  broken.catch(() => {});

  const signal = (name: NodeJS.Signals) => void child.kill(name);
  return {
    child,
    pid: child.pid ?? 0,
    broken,
    pause: () => signal("SIGSTOP"),
    resume: () => signal("SIGCONT"),
    async stop() {
      isStopping = true;
      signal("SIGCONT");
      signal("SIGTERM");
      const force = setTimeout(() => signal("SIGKILL"), 3000);
      if (child.exitCode === null && child.signalCode === null) await exited;
      clearTimeout(force);
    },
  };
}

/** Resolves when the path is answered with any success. */
export async function answers(port: number, path: string, { broken }: Spawned): Promise<void> {
  const wait = async () => {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  await Promise.race([wait(), broken]);
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
