// The whole provider in this process, asked for as `provider.ts?fault=name` to have that fault.
import type { Fetch, FluxerConfig } from "@fluxer-oauth2/contract-tests";
import { openDatabase } from "../src/db/client.ts";
import type { Http } from "../src/http/http.ts";
import { startHost } from "../test/support/host.ts";

export interface Provider extends AsyncDisposable {
  readonly app: Http;
  readonly fetch: Fetch;
  readonly config: FluxerConfig;
}

const URL_OF_DATABASE = "file::memory:";
const CALLBACK = "https://admin.example/callback";

/** With a trusted application and a clock that moves, which the suite cannot make from outside. */
export async function startProvider(): Promise<Provider> {
  const open = () => openDatabase({ url: URL_OF_DATABASE });
  const databases = Object.assign(open, { dialect: "sqlite" as const, newUrl: async () => URL_OF_DATABASE });
  const host = await startHost(databases, {}, () => {});
  const application = await host.createApplication(await host.register(), { redirect_uris: [CALLBACK] });
  await host.trust(application);
  return {
    app: host.app,
    fetch: (request) => host.fetch(request),
    config: {
      adminApplication: {
        client_id: application.id,
        client_secret: application.secret,
        redirect_uri: CALLBACK,
      },
      advance: (milliseconds) => host.clock.advance(milliseconds),
    },
    [Symbol.asyncDispose]: () => host.db.close(),
  };
}
