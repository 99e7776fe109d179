import manifest from "../../package.json" with { type: "json" };
import { quoted } from "../engine/http/curl.ts";
import type { Tool } from "../engine/index.ts";
import type { Options } from "./options.ts";

const NAME = "fluxer-oauth2-conformance";

/** This command, and how to run it again as it was run. */
export function toolOf({ baseUrl, seed, only, files }: Options): Tool {
  const again = (title?: string) => {
    const pattern = title === undefined ? only?.source : `^${literally(title)}$`;
    const words = ["--base-url", baseUrl, ...pair("--config", files.config), ...pair("--spec", files.spec)];
    return [NAME, ...words, "--seed", String(seed), ...pair("--only", pattern)].map(quoted).join(" ");
  };
  return { name: NAME, version: manifest.version, again };
}

function pair(option: string, value: string | undefined): string[] {
  return value === undefined ? [] : [option, value];
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
