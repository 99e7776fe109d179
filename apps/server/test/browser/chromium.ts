import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import packaged from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/** A real browser, for tests that would prove nothing without one; they fail where there is none. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await findChromium();
  // Containers run their tests as root, whom Chromium's sandbox refuses.
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

async function findChromium(): Promise<string> {
  // The package carries a browser for this platform only.
  if (process.platform === "linux" && process.arch === "x64") return packaged.executablePath();
  const installed = candidates().find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  throw new Error("these tests need Chromium or Chrome: install one, or set CHROME_PATH to it");
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
