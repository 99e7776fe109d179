import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@redis/client";

export interface TestRedis {
  readonly url: string;
  /** Forgets every count. */
  clear(): Promise<void>;
  /** How long each key has to live, in milliseconds; negative without an end. */
  lifetimes(): Promise<number[]>;
  stop(): Promise<void>;
}

const PROGRAMS = ["redis-server", "valkey-server"];
const COUNTS = "fluxer:limit:*";

/**
 * A real server that speaks the Redis protocol: the one of REDIS_URL, else one from the PATH. Undefined where there is
 * none. There it says so; what CI leaves out nobody notices, so in CI it fails.
 */
export async function startRedis(): Promise<TestRedis | undefined> {
  const given = process.env.REDIS_URL;
  if (given) return control(given, async () => {});
  for (const program of PROGRAMS) {
    const started = await tryProgram(program);
    if (started) return started;
  }
  const remedy = `install ${PROGRAMS.join(" or ")}, or set REDIS_URL to a server whose counts may be deleted`;
  if (process.env.CI) throw new Error(`this test needs a Redis-protocol server: ${remedy}`);
  process.stderr.write(`NOT RUN: limits on a Redis-protocol server; ${remedy}\n`);
  return undefined;
}

async function tryProgram(program: string): Promise<TestRedis | undefined> {
  const directory = mkdtempSync(join(tmpdir(), "fluxer-redis-"));
  const port = await freePort();
  const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", directory];
  const child = spawn(program, options, { stdio: "ignore" });
  const remove = () => rmSync(directory, { recursive: true, force: true });
  if (!(await spawned(child))) {
    remove();
    return undefined;
  }
  return control(`redis://127.0.0.1:${port}`, async () => {
    child.kill("SIGKILL");
    await once(child, "exit");
    remove();
  });
}

const spawned = (child: ChildProcess) =>
  new Promise<boolean>((resolve) => {
    child.once("spawn", () => resolve(true));
    child.once("error", () => resolve(false));
  });

async function control(url: string, stop: () => Promise<void>): Promise<TestRedis> {
  const client = createClient({ url });
  // Until it listens.
  client.on("error", () => {});
  await client.connect();
  return {
    url,
    async clear() {
      for (const key of await client.keys(COUNTS)) await client.del(key);
    },
    lifetimes: async () => Promise.all((await client.keys(COUNTS)).map((key) => client.pTTL(key))),
    async stop() {
      client.destroy();
      await stop();
    },
  };
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
