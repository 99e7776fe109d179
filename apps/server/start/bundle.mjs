// node start/bundle.mjs <manifest>: prints the file to run.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { fingerprint } from "./fingerprint.mjs";

const server = fileURLToPath(new URL("..", import.meta.url));

/** What decides over a bundle besides the modules in it; npm writes the first one whenever it changes what is installed. */
const CIRCUMSTANCES = [
  join(server, "../../node_modules/.package-lock.json"),
  fileURLToPath(import.meta.url),
  join(import.meta.dirname, "fingerprint.mjs"),
];

/** Native code finds its files by its own place; what only some servers use is loaded by those. */
const EXTERNAL = ["better-sqlite3", "@node-rs/argon2", "pg", /^@redis\//];

/** What is read beside a source file stays there. */
const keepPlaces = {
  name: "keep-places",
  transform: {
    filter: { id: /\.ts$/, code: "import.meta.url" },
    handler: (code, id) => code.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href)),
  },
};

/**
 * Bundles the server in about half a second, and returns the file to run. Servers that start at once do it each for
 * themselves, in folders of their own.
 * @param {string} manifest
 */
async function bundle(manifest) {
  const begun = Date.now();
  const folder = join(dirname(manifest), `start-${process.pid}-${begun}`);
  mkdirSync(folder, { recursive: true });
  const { sources, outputs } = await build(folder);
  const main = join(folder, "main.js");
  const files = [...CIRCUMSTANCES, ...sources, ...outputs].sort();
  // A source that somebody saved meanwhile may be older in the bundle than its hash: such a bundle is used this once.
  if (!sources.some((file) => statSync(file).mtimeMs >= begun)) {
    writeAtOnce(manifest, JSON.stringify({ main, fingerprint: fingerprint(files), files }, null, 1));
  }
  removeOld(dirname(manifest), folder, begun);
  return main;
}

async function build(folder) {
  const work = await rolldown({
    input: { main: join(server, "src/main.ts") },
    platform: "node",
    external: EXTERNAL,
    plugins: [keepPlaces],
    // The places that are put in move nothing to another line.
    checks: { sourcemapBroken: false },
  });
  const { output } = await work.write({
    dir: folder,
    format: "esm",
    entryFileNames: "[name].js",
    sourcemap: true,
    sourcemapExcludeSources: true,
  });
  const sources = (await work.watchFiles).filter((file) => !file.startsWith("\0"));
  await work.close();
  const outputs = output.filter(({ type }) => type === "chunk").map(({ fileName }) => join(folder, fileName));
  return { sources, outputs };
}

function writeAtOnce(file, text) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

/** Not those of the last minutes: a server that starts at this moment may be about to read one. */
function removeOld(parent, kept, now) {
  for (const name of readdirSync(parent)) {
    const path = join(parent, name);
    if (!name.startsWith("start-") || path === kept) continue;
    if (now - statSync(path).mtimeMs > 600_000) rmSync(path, { recursive: true, force: true });
  }
}

process.stdout.write(await bundle(process.argv[2]));
