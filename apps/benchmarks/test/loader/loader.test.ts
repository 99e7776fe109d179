import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@fluxer-oauth2/server/src/db/client.ts";
import { type Asking, startHost } from "@fluxer-oauth2/server/test/support/host.ts";
import { runPostgres } from "@fluxer-oauth2/server/test/support/postgres.ts";
import { afterAll, describe, expect, it } from "vitest";
import { copyText } from "../../src/loader/copy.ts";
import { createCredentials } from "../../src/loader/credentials.ts";
import { load } from "../../src/loader/load.ts";
import { createTimeline } from "../../src/loader/timeline.ts";

const TOKENS = 2000;

const cleanups: (() => unknown)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

const PLACES: Record<string, () => Promise<string>> = {
  async sqlite() {
    const directory = mkdtempSync(join(tmpdir(), "fluxer-load-"));
    cleanups.push(() => rmSync(directory, { recursive: true }));
    return `file:${join(directory, "loaded.db")}`;
  },
  async postgres() {
    const { url, server } = await runPostgres(["fsync=off"]);
    cleanups.push(() => server.stop());
    return url;
  },
};

describe.each(Object.entries(PLACES))("a database loaded on %s", (_, place) => {
  it("is one that the server would have made: its tokens, codes, secrets and sessions do what they should", async () => {
    const url = await place();
    const loaded = await load(url, TOKENS);
    const timeline = createTimeline(loaded);
    const { access, refresh, code, clientSecret, applicationId, userId, session } =
      createCredentials(timeline);
    const db = await openDatabase({ url });
    cleanups.push(() => db.close());
    const newUrl = () => Promise.reject(new Error("there is one database"));
    const host = await startHost(Object.assign(async () => db, { dialect: db.dialect, newUrl }));
    host.clock.advance(loaded.end - host.clock.now());

    const { pairs, grants } = timeline.shape;
    const pair = 17;
    const grant = timeline.grantOf(pair);
    const application = timeline.applicationOf(grant);
    const as = { client_id: applicationId(application), client_secret: clientSecret(application).token };
    const exchange = (form: Record<string, string>) =>
      host.call("exchangeOauth2Token", { form: { ...as, ...form } });
    const introspect = async (token: string) =>
      (await host.call("introspectOauth2Token", { form: { ...as, token } })).body;
    const bearer = (token: string): Asking => ({ token: `Bearer ${token}` });

    expect(await introspect(access(pair).token)).toMatchObject({
      active: true,
      sub: userId(timeline.userOf(grant)),
    });
    expect(await introspect(refresh(pair).token)).toEqual({ active: false });
    const last = pairs - grants + pair;
    expect(await introspect(refresh(last).token)).toMatchObject({ active: true, scope: "identify email" });
    const me = await host.call("getCurrentOauth2User", bearer(access(last).token));
    expect(me.body).toMatchObject({
      application: { id: as.client_id },
      user: { id: userId(timeline.userOf(grant)) },
    });
    const list = await host.call("listUserOauth2Authorizations", {
      token: session(timeline.userOf(grant)).token,
    });
    expect(list.body.map((each) => each.application.id)).toContain(as.client_id);

    expect((await exchange({ grant_type: "client_credentials" })).status).toBe(200);
    expect((await exchange({ grant_type: "refresh_token", refresh_token: refresh(last).token })).status).toBe(
      200,
    );
    const replay = {
      grant_type: "authorization_code",
      code: code(grant).token,
      redirect_uri: "https://app.example/callback",
    };
    expect((await exchange(replay)).status).toBe(400);
    expect(await introspect(access(last).token)).toEqual({ active: false });
  }, 60_000);
});

it("a value goes through COPY's text as it is", () => {
  const values = [null, true, false, 7, "tab\tline\nback\\slash", ["a", "b"]].map(copyText);
  expect(values).toEqual(["\\N", "t", "f", "7", "tab\\tline\\nback\\\\slash", '["a","b"]']);
});
