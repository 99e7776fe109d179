import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { InstrumenterContext } from "@stryker-mutator/api/core";
import { type MutantRunOptions, MutantRunStatus } from "@stryker-mutator/api/test-runner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConformanceRunner } from "../../mutation/runner.ts";

const SERVER = resolve(import.meta.dirname, "../..");
const CASE = "getAuthorizationServerMetadata: succeeds with no scheme";
const globals: { __stryker__?: InstrumenterContext; process: unknown } = globalThis;

let sandbox: string;

// The server itself, but for what instrumented code would do: the mutant 1 changes an answer, and no other does anything.
beforeAll(() => {
  sandbox = mkdtempSync(join(tmpdir(), "fluxer-mutants-"));
  const write = (file: string, text: string) => {
    mkdirSync(join(sandbox, file, ".."), { recursive: true });
    writeFileSync(join(sandbox, file), text);
  };
  const own = (file: string) => JSON.stringify(join(SERVER, file));
  write("src/db/client.ts", `export * from ${own("src/db/client.ts")};`);
  write("test/support/host.ts", `export * from ${own("test/support/host.ts")};`);
  write(
    "test/support/conformance.ts",
    `import { suiteOptionsOf as own } from ${own("test/support/conformance.ts")};
     export async function suiteOptionsOf(host) {
       const options = await own(host);
       const isActive = () => globalThis.__stryker__?.activeMutant === "1";
       return { ...options, fetch: (request) => (isActive() ? Response.json({}) : options.fetch(request)) };
     }`,
  );
  write("touching-cases.json", JSON.stringify([CASE]));
});

afterAll(() => {
  delete globals.__stryker__;
  rmSync(sandbox, { recursive: true, force: true });
});

describe("the runner of mutants", () => {
  const run = (id: string) =>
    new ConformanceRunner(sandbox).mutantRun({
      activeMutant: { id, fileName: "src/authorization/metadata.ts" },
      testFilter: [CASE],
      mutantActivation: "runtime",
    } as MutantRunOptions);

  it("tells which case noticed a change, and what was wrong", { timeout: 60_000 }, async () => {
    const killed = { status: MutantRunStatus.Killed, killedBy: [CASE], nrOfTests: 1 };
    const told = { failureMessage: expect.stringMatching(/required property/) };
    expect(await run("1")).toMatchObject({ ...killed, ...told });
  });

  it("lets a change survive that no case notices", { timeout: 60_000 }, async () => {
    expect(await run("2")).toEqual({ status: MutantRunStatus.Survived, nrOfTests: 1 });
  });
});
