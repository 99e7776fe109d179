import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RunningServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it has printed so far, standard output and error. */
  output(): string;
  /** The exit code, or null after a signal that ends a process there and then. */
  readonly exited: Promise<number | null>;
  /** SIGTERM, then the exit code. Whoever has sent a signal awaits `exited`: a second one means "at once", and ends in 1. */
  stop(): Promise<number | null>;
}

// Who fails half-way leaves no server behind.
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

const main = join(import.meta.dirname, "../../src/main.ts");

const cluster = join(import.meta.dirname, "../../src/cluster.ts");

/** As `npm run start:cluster` does it. */
export const startCluster = (environment: Record<string, string>): Promise<RunningServer> =>
  startServer(environment, {}, cluster);

/**
 * The server as an operator starts it: a process of its own with an empty data directory, on the port of `environment` or
 * else a free one.
 */
export async function startServer(
  environment: Record<string, string> = {},
  identity: { uid?: number; gid?: number } = {},
  program: string = main,
): Promise<RunningServer> {
  const directory = mkdtempSync(join(tmpdir(), "fluxer-server-"));
  const port = environment.PORT === undefined ? await freePort() : Number(environment.PORT);
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [program], {
    ...identity,
    cwd: directory,
    env: { PATH: process.env.PATH, PORT: String(port), LOG_LEVEL: "warn", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const keep = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const exited = once(child, "exit").then(([code]) => (typeof code === "number" ? code : null));
  running.add(child);
  child.once("exit", () => running.delete(child));

  const stop = async () => {
    child.kill("SIGTERM");
    const code = await exited;
    rmSync(directory, { recursive: true, force: true });
    return code;
  };
  await ready(url, child, () => printed);
  return { url, process: child, output: () => printed, exited, stop };
}

async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server exited with ${child.exitCode}:\n${output()}`);
    // A connection that is kept would hold the server up when it stops.
    const response = await fetch(`${url}/readyz`, { headers: { connection: "close" } }).catch(
      () => undefined,
    );
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  child.kill("SIGKILL");
  throw new Error(`the server was not ready in 30 s:\n${output()}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}
