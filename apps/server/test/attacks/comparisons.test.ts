import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createBrowser, DECISION } from "../support/browser.ts";
import { describeDatabases } from "../support/databases.ts";
import { PASSWORD } from "../support/host.ts";
import { begun, CALLBACK, CHALLENGE, scenes } from "../tokens/provider.ts";

/** Of a Base64url SHA-256, which is what is stored of a credential. */
const HASH = 43;

/** A credential of which everything is right but the secret. */
const guessAt = (text: string) => text.slice(0, -1) + (text.endsWith("0") ? "1" : "0");

/** A credential of the right form that was never issued. */
const unknown = (text: string) => text.replaceAll(/(?<=^f[a-z]{2}_).*$/g, (rest) => "0".repeat(rest.length));

// A clock would have to tell nanoseconds apart on a busy machine; what is compared, and how, does not depend on it.
describeDatabases("what a stranger guesses at", (open) => {
  const begin = begun(scenes(open));
  const compared: number[] = [];

  beforeEach(() => {
    const compare = crypto.timingSafeEqual;
    vi.spyOn(crypto, "timingSafeEqual").mockImplementation((left, right) => {
      compared.push(left.byteLength);
      return compare(left, right);
    });
    syncBuiltinESMExports();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  });

  /** How long that is which is compared in constant time while this is answered, and the names of the statements. */
  async function workOf(
    { provider }: Pick<Awaited<ReturnType<typeof begin>>, "provider">,
    ask: () => unknown,
  ) {
    compared.length = 0;
    const reads = vi.spyOn(provider.db, "read");
    await ask();
    const statements = reads.mock.calls.map(([{ name }]) => name);
    reads.mockRestore();
    return { compared: [...compared], statements };
  }

  /** The same work for each guess, and as many comparisons of hashes as said. */
  async function expectSameWork(
    scene: Awaited<ReturnType<typeof begin>>,
    comparisons: number,
    guesses: Record<string, () => Promise<unknown>>,
  ) {
    const works = [];
    for (const [name, ask] of Object.entries(guesses)) works.push([name, await workOf(scene, ask)] as const);
    const statements = works[0]?.[1].statements ?? [];
    const expected = { compared: Array(comparisons).fill(HASH), statements };
    expect(works).toEqual(Object.keys(guesses).map((name) => [name, expected]));
  }

  it("[A26] is compared in constant time: a client's secret, also of a client that does not exist", async () => {
    const scene = await begin();
    const { provider, client, other } = scene;
    const as = (id: string, secret: string) => () => provider.own({ id, secret });
    // The first use of a secret is noted for the owner.
    await as(client.id, client.secret)();
    await as(other.id, other.secret)();
    await expectSameWork(scene, 1, {
      "the right secret": as(client.id, client.secret),
      "a wrong secret": as(client.id, guessAt(client.secret)),
      "a secret that nobody has": as(client.id, unknown(client.secret)),
      "no secret at all": as(client.id, "x"),
      "another client's secret": as(client.id, other.secret),
      "an unknown client with a wrong secret": as("1", guessAt(client.secret)),
      "an unknown client with a right secret": as("1", client.secret),
      "an unknown client with any secret": as("1", "x"),
    });
  });

  it("[A26] is compared in constant time: an access token, a session token and a bot token", async () => {
    const scene = await begin();
    const { provider, user, client, pair } = scene;
    const reset = { token: user.token, params: { id: client.id }, body: { password: PASSWORD } };
    const bot = (await provider.call("resetBotToken", reset)).body.token;
    const as = (scheme: string, text: string) => () =>
      provider.call("getUser", { token: scheme + text, params: { id: user.id } });
    for (const [scheme, text, stranger] of [
      ["Bearer ", pair.access_token, unknown(pair.access_token)],
      ["", user.token, unknown(user.token)],
      ["Bot ", bot, bot.replace(client.id, "1")],
    ] as const) {
      await expectSameWork(scene, 1, {
        "a wrong one": as(scheme, guessAt(text)),
        "one that nobody has": as(scheme, stranger),
        "none at all": as(scheme, "x"),
      });
    }
  });

  it("[A26] is compared in constant time: a code, a refresh token, and any token that is asked about", async () => {
    const scene = await begin();
    const { provider, user, client, pair } = scene;
    const code = await provider.consent(user, client);
    for (const [text, comparisons, ask] of [
      [code, 2, (text: string) => provider.exchange(client, text)],
      [pair.refresh_token, 2, (text: string) => provider.refresh(client, text)],
      [pair.access_token, 2, (text: string) => provider.introspect(client, text)],
      [pair.refresh_token, 2, (text: string) => provider.introspect(client, text)],
      [pair.access_token, 3, (text: string) => provider.revoke(client, text)],
      [pair.refresh_token, 3, (text: string) => provider.revoke(client, text)],
    ] as const) {
      await expectSameWork(scene, comparisons, {
        "a wrong one": () => ask(guessAt(text)),
        "one that nobody has": () => ask(unknown(text)),
        "none at all": () => ask(text.slice(0, 5)),
      });
    }
  });

  it("[A26] is compared in constant time: a code verifier", async () => {
    const scene = await begin();
    const { provider, user, client } = scene;
    const code = await provider.consent(user, client, { challenge: CHALLENGE });
    await expectSameWork(scene, 3, {
      "a wrong one": () => provider.exchange(client, code, { code_verifier: "w".repeat(43) }),
    });
  });

  it("[A26] is compared in constant time: what a form is bound to, and the question that it answers", async () => {
    const scene = await begin();
    const { provider, user, client } = scene;
    const browser = createBrowser(provider);
    await browser.signIn(user);
    const asked = { client_id: client.id, redirect_uri: CALLBACK, response_type: "code", scope: "identify" };
    const page = await browser.get(
      `/oauth2/authorize?${new URLSearchParams({ ...asked, prompt: "consent" })}`,
    );
    const form = { ...page.form(DECISION), decision: "deny" };
    const send = (changed: Record<string, string>) => () => browser.send(DECISION, { ...form, ...changed });
    const { csrf = "", request = "" } = page.form(DECISION);
    await expectSameWork(scene, 2, { "a wrong form": send({ csrf: guessAt(csrf) }) });
    await expectSameWork(scene, 3, {
      "a wrong question": send({ request: guessAt(request) }),
      "one that nobody was asked": send({ request: unknown(request) }),
      "none at all": send({ request: "x" }),
    });
  });
});
