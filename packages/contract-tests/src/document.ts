import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import bundle from "@fluxer-oauth2/contract/openapi.json" with { type: "json" };

/** The document that this suite came with. */
export const document: unknown = bundle;

/** As it is written in the contract's own file, line for line. */
export function documentText(): string {
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

/** Where that file is; a suite that was built holds the document itself and has no such file. */
export function documentPath(): string | undefined {
  try {
    const path = fileURLToPath(import.meta.resolve("@fluxer-oauth2/contract/openapi.json"));
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
