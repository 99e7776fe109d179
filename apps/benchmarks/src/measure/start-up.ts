import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { request } from "node:http";
import { fileURLToPath } from "node:url";
import type { Ready } from "../contestants/foreign.ts";
import { freePort, spawnServer } from "../contestants/process.ts";
import { START } from "../contestants/server.ts";
import type { Cores } from "../machine.ts";
import { median } from "../statistics.ts";

const TIMES = 5;

/** Milliseconds from the command to the first answer, on a database that is there; the median of a few starts. */
export async function startOfOurs(
  database: string,
  directory: string,
  cores: Cores | undefined,
): Promise<number> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const times: number[] = [];
  // The first one may have to make the bundle, which belongs to the installation.
  for (let i = 0; i <= TIMES; i++) {
    const port = await freePort();
    const environment = {
      DATABASE_URL: `file:${database}`,
      DATA_DIR: directory,
      PORT: String(port),
      LOG_LEVEL: "warn",
    };
    const begin = performance.now();
    const server = spawnServer(START, environment, cores, directory);
    await Promise.race([firstAnswer(port), server.broken]);
    if (i > 0) times.push(performance.now() - begin);
    await server.stop();
  }
  return median(times);
}

/** The same of a contestant's program, with nothing stored. */
export async function startOfForeign(
  program: URL,
  environment: Readonly<Record<string, string>>,
  directory: string,
  cores: Cores | undefined,
): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const begin = performance.now();
    const server = spawnServer(
      [fileURLToPath(program)],
      { ...environment, DIRECTORY: directory, TOKENS: "0" },
      cores,
      directory,
    );
    const [ready] = await Promise.race([once(server.child, "message"), server.broken]);
    await firstAnswer((ready as Ready).port);
    times.push(performance.now() - begin);
    await server.stop();
  }
  return median(times);
}

/** Of whatever status: that somebody is there. */
async function firstAnswer(port: number): Promise<void> {
  for (;;) {
    const isAnswered = await new Promise<boolean>((resolve) => {
      const asked = request({ port, host: "127.0.0.1", path: "/healthz", agent: false }, (answer) => {
        answer.resume();
        answer.on("end", () => resolve(true));
      });
      asked.on("error", () => resolve(false));
      asked.end();
    });
    if (isAnswered) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
