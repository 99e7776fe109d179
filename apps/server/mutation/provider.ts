import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ConformanceOptions } from "@fluxer-oauth2/contract-tests";

export interface Provider {
  readonly options: ConformanceOptions;
  stop(): Promise<void>;
}

export type StartProvider = () => Promise<Provider>;

/**
 * Loads the provider in this directory, which in a mutation run is the sandbox: its modules are the ones with the mutants,
 * while the suite and the contract are the project's own.
 */
export async function loadProvider(directory: string): Promise<StartProvider> {
  const load = (path: string) => import(pathToFileURL(join(directory, path)).href);
  const { openDatabase }: typeof import("../src/db/client.ts") = await load("src/db/client.ts");
  const { startHost }: typeof import("../test/support/host.ts") = await load("test/support/host.ts");
  const { suiteOptionsOf }: typeof import("../test/support/conformance.ts") = await load(
    "test/support/conformance.ts",
  );
  const url = "file::memory:";
  const open = Object.assign(() => openDatabase({ url }), {
    dialect: "sqlite" as const,
    newUrl: async () => url,
  });
  return async () => {
    const host = await startHost(open);
    return { options: await suiteOptionsOf(host), stop: () => host.db.close() };
  };
}
