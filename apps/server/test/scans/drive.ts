import { readFileSync } from "node:fs";
import { runConformance, summaryOf } from "@fluxer-oauth2/contract-tests";
import { createBrowser } from "../support/browser.ts";
import { suiteOptionsOf } from "../support/conformance.ts";
import type { TestDatabases } from "../support/databases.ts";
import { CALLBACK, startHost } from "../support/host.ts";
import { dump } from "../support/tables.ts";
import { createRecorder } from "./recorder.ts";
import type { Evidence } from "./scan.ts";
import { plain, secretsOf } from "./secrets.ts";

export type Drive = Awaited<ReturnType<typeof drive>>;

/** Every operation in every status that can be had, then the pages, with the log at its most talkative. */
export async function drive(open: TestDatabases) {
  const url = await open.newUrl();
  const log: string[] = [];
  const openHere = Object.assign(() => open({ url }), { dialect: open.dialect, newUrl: open.newUrl });
  const host = await startHost(openHere, { logLevel: "trace" }, (line) => log.push(line));
  const { exchanges, fetch } = createRecorder(host.fetch);
  const options = await suiteOptionsOf(host);
  const report = await runConformance({ ...options, fetch, seed: 1 });
  if (report.findings.length > 0) throw new Error(summaryOf(report));
  const request = (path: string, init?: RequestInit) => fetch(new Request(`http://localhost${path}`, init));
  const browser = createBrowser({ ...host, request });
  const application = await host.createApplication(await host.register());
  await throughPages(browser, application.id);
  const document = await (await host.request("/openapi.json")).text();

  return {
    host,
    /** As it is at this moment, so that a test can plant something first. */
    async evidence(): Promise<Evidence> {
      const secrets = [...secretsOf(exchanges), ...knownOf(application)];
      const stored = new Map(
        [...(await dump(host.db))].map(([table, rows]) => [String(table), JSON.stringify(rows)]),
      );
      for (const [name, bytes] of filesOf(url)) stored.set(name, bytes);
      return { exchanges: [...exchanges], secrets, log: [...log], stored, document };
    },
  };
}

const BROWSER_PASSWORD = "canary-Wiechai4ooXahphu-page";

/** What the pages give out and take: sessions by cookie, passwords by form, a code in a redirect. */
async function throughPages(browser: ReturnType<typeof createBrowser>, client_id: string): Promise<void> {
  const page = await browser.get("/sign-up");
  const account = { username: "canary", email: "canary@example.com", password: BROWSER_PASSWORD };
  await browser.send("/sign-up", { ...page.form("/sign-up"), ...account });
  const query = new URLSearchParams({
    client_id,
    redirect_uri: CALLBACK,
    response_type: "code",
    scope: "identify",
  });
  const denied = await browser.decide(`/oauth2/authorize?${query}`, "deny");
  const allowed = await browser.decide(`/oauth2/authorize?${query}`, "allow");
  const remembered = await browser.get(`/oauth2/authorize?${query}`);
  const home = await browser.get("/");
  await browser.send("/sign-out", home.form("/sign-out"));
  const again = await browser.get("/sign-in");
  const wrong = { ...again.form("/sign-in"), email: account.email, password: `${BROWSER_PASSWORD}!` };
  const refused = await browser.send("/sign-in", wrong);
  const signedIn = await browser.send("/sign-in", { ...wrong, password: BROWSER_PASSWORD });
  const statuses = [denied, allowed, remembered, home, refused, signedIn].map(({ status }) => status);
  if (statuses.join() !== "303,303,302,200,400,303") throw new Error(`the pages answered ${statuses}`);
}

function knownOf({ secret, botToken }: { secret: string; botToken: string }) {
  return plain("secret made beforehand", [secret.slice(18), botToken.split(".")[1] ?? ""]);
}

/** All bytes of the database, also of rows that are gone. */
function filesOf(url: string): [name: string, bytes: string][] {
  if (!url.startsWith("file:")) return [];
  return ["", "-wal"].map((suffix) => {
    return [`the file${suffix}`, readFileSync(url.slice("file:".length) + suffix, "latin1")];
  });
}
