// Installs what the lockfile says when it is not installed yet. Plain JavaScript without dependencies: it runs on the
// host's Node (20 or later) before anything else is there; every later step runs on the workspace's own Node.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = 20;
const root = fileURLToPath(new URL("..", import.meta.url));
const lockfile = `${root}package-lock.json`;
const stamp = `${root}node_modules/.installed-lockfile`;

if (process.argv.includes("--help")) {
  console.log(
    "usage: node scripts/setup.mjs\n\nInstalls the workspace's packages unless the installed ones are those of package-lock.json.",
  );
  process.exit(0);
}

const major = Number(process.versions.node.split(".")[0]);
if (major < OLDEST_NODE) {
  console.error(
    `Node ${process.versions.node} is too old: install Node ${OLDEST_NODE} or later and run the command again.`,
  );
  process.exit(1);
}

const wanted = createHash("sha256").update(readFileSync(lockfile)).digest("hex");
const installed = existsSync(stamp) ? readFileSync(stamp, "utf8") : undefined;

if (installed !== wanted) {
  console.log("Installing packages (npm ci); this takes about half a minute the first time …");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    console.error("npm ci failed. Check the connection to your package registry and run the command again.");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
