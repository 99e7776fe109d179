// The whole provider in this process, asked for as `provider.ts?fault=name` to have that fault.
import type { Fetch, FluxerConfig } from "@fluxer-oauth2/contract-tests";
import { openDatabase } from "../src/db/client.ts";
import type { Http } from "../src/http/http.ts";
import { suiteOptionsOf } from "../test/support/conformance.ts";
import { startHost } from "../test/support/host.ts";

export interface Provider extends AsyncDisposable {
  readonly app: Http;
  readonly fetch: Fetch;
  readonly config: FluxerConfig;
}

const URL_OF_DATABASE = "file::memory:";

export async function startProvider(): Promise<Provider> {
  const open = () => openDatabase({ url: URL_OF_DATABASE });
  const databases = Object.assign(open, { dialect: "sqlite" as const, newUrl: async () => URL_OF_DATABASE });
  const host = await startHost(databases, {}, () => {});
  const { fetch, config } = await suiteOptionsOf(host);
  return { app: host.app, fetch, config, [Symbol.asyncDispose]: () => host.db.close() };
}
