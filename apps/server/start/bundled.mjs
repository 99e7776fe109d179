import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fingerprint } from "./fingerprint.mjs";

/** Says where the bundle is and what it was made from. */
const MANIFEST = fileURLToPath(new URL("../dist/start.json", import.meta.url));

/**
 * The URL of the server's main module: bundled now, or before if from the very same files, and the source itself where no
 * bundle can be made, as without the development dependencies or on a file system that is read-only.
 * @param {string} [manifest]
 * @returns {string}
 */
export function bundledMain(manifest = MANIFEST) {
  try {
    const main = freshMain(manifest) ?? makeMain(manifest);
    return pathToFileURL(main).href;
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    console.error(`Starting from the source, which takes a second longer (${reason})`);
    return new URL("../src/main.ts", import.meta.url).href;
  }
}

/** The bundle's file, if everything that went into it, and the bundle itself, is still what it was. */
function freshMain(manifest) {
  try {
    const { main, files, fingerprint: expected } = JSON.parse(readFileSync(manifest, "utf8"));
    return fingerprint(files) === expected ? main : undefined;
  } catch {
    // There is none yet, or a file is gone.
    return undefined;
  }
}

/** In a process of its own, because a bundler's memory would stay with the server for as long as it runs. */
function makeMain(manifest) {
  const maker = fileURLToPath(new URL("bundle.mjs", import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [maker, manifest], { encoding: "utf8" });
  if (status === 0) return stdout.trim();
  const said = stderr.split("\n").find((line) => /^\w*Error\b/.test(line));
  throw new Error(said ?? `the bundler ended with ${status}`);
}
