import type { Config } from "../../src/config.ts";
import { type Browser, createBrowser } from "../support/browser.ts";
import type { TestDatabases } from "../support/databases.ts";
import { startHost } from "../support/host.ts";

export const CALLBACK = "https://weather.example/callback";

/** A provider with an application, its owner Ada, who is signed in with a browser, and Bob, who is signed in too. */
export async function startAuthorization(open: TestDatabases, settings: Partial<Config> = {}) {
  const host = await startHost(open, settings);
  const [ada, bob] = [await host.register("ada"), await host.register("bob")];
  const app = await host.createApplication(ada);
  const [adas, bobs, stranger] = [createBrowser(host), createBrowser(host), createBrowser(host)];
  await adas.signIn(ada);
  await bobs.signIn(bob);
  const browsers: { adas: Browser; bobs: Browser; stranger: Browser } = { adas, bobs, stranger };

  /** An authorization request, by default one that is in order; a parameter that is given as undefined is left out. */
  function ask(parameters: Record<string, string | undefined> = {}): string {
    const usual = { client_id: app.id, redirect_uri: CALLBACK, response_type: "code", scope: "identify" };
    const given = Object.entries({ ...usual, ...parameters }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    );
    return `/oauth2/authorize?${new URLSearchParams(given)}`;
  }

  return { host, ada, bob, app, ask, ...browsers };
}

export type Authorization = Awaited<ReturnType<typeof startAuthorization>>;
