import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@fluxer-oauth2/client";
import { load } from "../loader/load.ts";
import type { Cores } from "../machine.ts";
import type { Measure } from "../report/results.ts";
import { median } from "../statistics.ts";
import { bytesForEachToken, diskOfPeers } from "./disk.ts";
import { installSize } from "./install-size.ts";
import { startOfForeign, startOfOurs } from "./start-up.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const ROOT = path("../../../../");
const PEERS = path("../../peers/");
const MIB = 2 ** 20;

interface Surroundings {
  readonly cores: Cores | undefined;
  readonly tokens: number;
  readonly say: (text: string) => void;
}

/** Everything that is measured without load. */
export async function otherMeasures({ cores, tokens, say }: Surroundings): Promise<Measure[]> {
  const directory = mkdtempSync(join(tmpdir(), "fluxer-bench-"));
  try {
    const database = join(directory, "start.db");
    say("storing tokens to start with");
    await load(`file:${database}`, tokens);
    const sizes = [bytesForEachToken("ours", database, tokens), ...(await diskOfPeers(directory, cores))];
    say("starting from cold");
    const starts = await startMeasures(database, directory, cores);
    say("measuring the installation, the SDK and the checks");
    return [...starts, ...sizes, ...installMeasures(), await sdkMeasure(), ...commandMeasures(say)];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const STARTS = [
  ["oidc-provider-memory", "../../peers/oidc-provider.mjs"],
  ["oidc-provider-sqlite", "../../peers/oidc-provider.mjs"],
  ["oauth2-server-memory", "../../peers/oauth2-server.mjs"],
  ["oauth2-server-sqlite", "../../peers/oauth2-server.mjs"],
  ["better-auth", "../../peers/better-auth.mjs"],
  ["bare-hono", "../servers/bare-hono.ts"],
  ["bare-http", "../servers/bare-http.ts"],
] as const;

async function startMeasures(
  database: string,
  directory: string,
  cores: Cores | undefined,
): Promise<Measure[]> {
  const named = (contestant: string, value: number) => ({
    name: "start to first answer",
    contestant,
    value,
    unit: "ms",
  });
  const starts = [named("ours", await startOfOurs(database, join(directory, "data"), cores))];
  for (const [contestant, program] of STARTS) {
    const own = join(directory, contestant);
    mkdirSync(own);
    const url = new URL(program, import.meta.url);
    const storage = contestant.endsWith("-memory") ? "memory" : "sqlite";
    starts.push(named(contestant, await startOfForeign(url, { STORAGE: storage }, own, cores)));
  }
  return starts;
}

function installMeasures(): Measure[] {
  const named = (contestant: string, bytes: number) => ({
    ...{ name: "installed size, with all it needs to run", contestant },
    ...{ value: bytes / MIB, unit: "MiB" },
  });
  const peers = join(PEERS, "package-lock.json");
  return [
    named("ours", installSize(join(ROOT, "package-lock.json"), ["@fluxer-oauth2/server"])),
    named("oidc-provider-sqlite", installSize(peers, ["oidc-provider", "better-sqlite3"])),
    named(
      "oauth2-server-sqlite",
      installSize(peers, ["@node-oauth/oauth2-server", "express", "better-sqlite3"]),
    ),
    named(
      "better-auth",
      installSize(peers, ["better-auth", "@better-auth/oauth-provider", "better-sqlite3"]),
    ),
  ];
}

/** The SDK's own part of a call: the answer is there at once. */
async function sdkMeasure(): Promise<Measure> {
  const body = JSON.stringify({
    active: true,
    client_id: "1",
    sub: "1",
    scope: "identify",
    token_type: "Bearer",
  });
  const headers = { "content-type": "application/json" };
  const client = createClient({
    baseUrl: "http://127.0.0.1",
    auth: { client: { id: "1", secret: "secret" } },
    fetch: async () => new Response(body, { headers }),
  });
  const rates: number[] = [];
  for (let round = 0; round < 6; round++) {
    const begin = performance.now();
    for (let call = 0; call < 5000; call++) {
      const answer = await client.POST("/oauth2/introspect", { body: { token: "token" } });
      if (!answer.ok) throw new Error("the SDK did not take the answer");
    }
    rates.push(5000 / ((performance.now() - begin) / 1000));
  }
  return { name: "SDK calls in a second, answered at once", value: median(rates.slice(1)), unit: "" };
}

const COMMANDS: readonly (readonly [name: string, args: readonly string[]])[] = [
  ["npm run generate", ["run", "generate"]],
  ["npm run check, cold", ["run", "check", "--", "--force"]],
  ["npm run check, nothing changed", ["run", "check"]],
];

/** A command that fails has no figure; the rest of the results is not lost for it. */
function commandMeasures(say: (text: string) => void): Measure[] {
  return COMMANDS.flatMap(([name, args]) => {
    const begin = performance.now();
    const options = { cwd: ROOT, stdio: "ignore", shell: process.platform === "win32" } as const;
    const { status } = spawnSync("npm", args, options);
    if (status === 0) return [{ name, value: (performance.now() - begin) / 1000, unit: "s" }];
    say(`${name} failed, so its time is left out: run it to see why`);
    return [];
  });
}
