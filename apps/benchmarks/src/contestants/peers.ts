import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Contestant } from "./contestant.ts";
import { foreign } from "./foreign.ts";

const folder = new URL("../../peers/", import.meta.url);
const MEMORY = "memory, lost with the process";
export const SQLITE = "SQLite, every commit synced (WAL, synchronous FULL)";

/** Each set up as its documentation says for production, without limits on requests and without a log. */
export const PEERS: readonly Contestant[] = [
  peer("oidc-provider-memory", "oidc-provider 9, memory", "oidc-provider.mjs", MEMORY, "plain"),
  peer("oidc-provider-sqlite", "oidc-provider 9, SQLite", "oidc-provider.mjs", SQLITE, "plain"),
  peer(
    "oauth2-server-memory",
    "@node-oauth/oauth2-server 5 + express, memory",
    "oauth2-server.mjs",
    MEMORY,
    "plain",
  ),
  peer(
    "oauth2-server-sqlite",
    "@node-oauth/oauth2-server 5 + express, SQLite",
    "oauth2-server.mjs",
    SQLITE,
    "plain",
  ),
  peer("better-auth", "better-auth 1.7 OAuth provider, SQLite", "better-auth.mjs", SQLITE, "hashes"),
];

function peer(name: string, title: string, program: string, storage: string, secrets: string): Contestant {
  const environment = { STORAGE: storage === MEMORY ? "memory" : "sqlite" };
  return foreign({
    name,
    title,
    group: "peer",
    storage,
    secrets,
    program: new URL(program, folder),
    environment,
  });
}

/** Into a folder of their own, once for each lockfile: nobody who works on the provider needs them. */
export function installPeers(say: (text: string) => void): void {
  const lockfile = createHash("sha256")
    .update(readFileSync(new URL("package-lock.json", folder)))
    .digest("hex");
  const stamp = new URL("node_modules/.installed-lockfile", folder);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockfile) return;
  say("installing the peers (npm ci), about half a minute");
  const { status, stderr } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: fileURLToPath(folder),
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm ci for the peers failed; check the package registry:\n${stderr}`);
  writeFileSync(stamp, lockfile);
}
