import { createReadStream, createWriteStream, existsSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { type Browser, chromium } from "playwright-core";

/** A real browser, for tests that would prove nothing without one; they fail where there is none. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await findChromium();
  // Containers run their tests as root, whom Chromium's sandbox refuses.
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

async function findChromium(): Promise<string> {
  // The package carries a browser for this platform only.
  if (process.platform === "linux" && process.arch === "x64") return unpack();
  const installed = candidates().find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  throw new Error("these tests need Chromium or Chrome: install one, or set CHROME_PATH to it");
}

// The package's own way leaves half a file for whoever starts at the same time; here it is whole or not there.
async function unpack(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const folder = join(dirname(entry), "../../bin");
  const path = join(folder, "chromium");
  if (existsSync(path)) return path;
  const draft = `${path}.${process.pid}`;
  const output = createWriteStream(draft, { mode: 0o755 });
  await pipeline(createReadStream(join(folder, "chromium.br")), createBrotliDecompress(), output);
  renameSync(draft, path);
  return path;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function candidates(): string[] {
  const { CHROME_PATH, PATH = "", PROGRAMFILES = "", HOME = "" } = process.env;
  const onPath = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const applications = ["/Applications", join(HOME, "Applications")].flatMap((folder) => [
    join(folder, "Google Chrome.app/Contents/MacOS/Google Chrome"),
    join(folder, "Chromium.app/Contents/MacOS/Chromium"),
  ]);
  const windows = join(PROGRAMFILES, "Google/Chrome/Application/chrome.exe");
  return [...(CHROME_PATH ? [CHROME_PATH] : []), ...onPath, ...applications, windows];
}
