import type { ConformanceOptions } from "@fluxer-oauth2/contract-tests";
import type { Host } from "./host.ts";

/** What the suite needs to hold a host in this process against the document. */
export async function suiteOptionsOf(
  host: Host,
): Promise<Required<Pick<ConformanceOptions, "baseUrl" | "fetch" | "config">>> {
  return { baseUrl: "http://localhost", fetch: host.fetch, config: await configOf(host) };
}

/** What the suite cannot make for itself: an application that the operator trusts, and a clock that moves. */
async function configOf(host: Host): Promise<NonNullable<ConformanceOptions["config"]>> {
  const redirect_uri = "https://admin.example/callback";
  const application = await host.createApplication(await host.register(), { redirect_uris: [redirect_uri] });
  await host.trust(application);
  return {
    adminApplication: { client_id: application.id, client_secret: application.secret, redirect_uri },
    advance: (milliseconds) => host.clock.advance(milliseconds),
  };
}
