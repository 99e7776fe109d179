import { expect, it } from "vitest";
import { createBrowser, DECISION } from "../support/browser.ts";
import { describeDatabases } from "../support/databases.ts";
import { PASSWORD } from "../support/host.ts";
import { begun, CALLBACK, scenes } from "../tokens/provider.ts";
import { expectAlive } from "../tokens/refusal.ts";
import { observe } from "../tokens/state.ts";

const KINDS = ["access", "refresh", "code", "clientSecret", "bot", "session", "request", "csrf"] as const;
type Kind = (typeof KINDS)[number];

const PREFIXES: Partial<Record<Kind, string>> = {
  access: "fxa_",
  refresh: "fxr_",
  code: "fxc_",
  clientSecret: "fxs_",
  session: "flx_",
  request: "fxq_",
};

type Told = { readonly status: number; readonly error?: string | undefined };
/** A place where credentials are taken. */
type Door = {
  readonly takes: readonly Kind[];
  readonly open: (text: string) => Promise<Told>;
  readonly refused: Told;
  /** What a refusal leaves in the audit log. */
  readonly event?: string;
};

describeDatabases("a credential", (open) => {
  const begin = begun(scenes(open));

  async function setup() {
    const { provider, user, client, pair } = await begin();
    const code = await provider.consent(user, client);
    const reset = { token: user.token, params: { id: client.id }, body: { password: PASSWORD } };
    const bot = (await provider.call("resetBotToken", reset)).body.token;
    const browser = createBrowser(provider);
    await browser.signIn(user);
    const asked = { client_id: client.id, redirect_uri: CALLBACK, response_type: "code", scope: "identify" };
    const page = await browser.get(
      `/oauth2/authorize?${new URLSearchParams({ ...asked, prompt: "consent" })}`,
    );
    const form = { ...page.form(DECISION), decision: "deny" };
    const { request = "", csrf = "" } = page.form(DECISION);

    const credentials: Record<Kind, string> = {
      access: pair.access_token,
      refresh: pair.refresh_token,
      code,
      clientSecret: client.secret,
      bot,
      session: user.token,
      request,
      csrf,
    };

    const told = async (answer: Promise<{ status: number; body: unknown }>): Promise<Told> => {
      const { status, body } = await answer;
      const { error, code } = body as { error?: string; code?: string };
      return { status, error: error ?? code };
    };
    const decide = async (changed: Record<string, string>) => ({
      status: (await browser.send(DECISION, { ...form, ...changed })).status,
    });
    const currentUser = (token: string) => told(provider.call("getCurrentUser", { token }));
    const invalidToken = { status: 401, error: "INVALID_TOKEN" };

    const doors: Record<string, Door> = {
      "the exchange of a code": {
        takes: ["code"],
        open: (text) => told(provider.exchange(client, text)),
        refused: { status: 400, error: "invalid_grant" },
        event: `token.refuse failure ${client.id}`,
      },
      "a refresh": {
        takes: ["refresh"],
        open: (text) => told(provider.refresh(client, text)),
        refused: { status: 400, error: "invalid_grant" },
        event: `token.refuse failure ${client.id}`,
      },
      revocation: {
        takes: ["access", "refresh"],
        open: (text) => told(provider.revoke(client, text)),
        refused: { status: 200, error: undefined },
      },
      introspection: {
        takes: ["access", "refresh"],
        open: async (text) => {
          const { status, body } = await provider.introspect(client, text);
          return { status, error: JSON.stringify(body) };
        },
        refused: { status: 200, error: '{"active":false}' },
      },
      "a client's authentication": {
        takes: ["clientSecret"],
        open: (text) => told(provider.own({ id: client.id, secret: text })),
        refused: { status: 401, error: "invalid_client" },
      },
      "a bearer": { takes: ["access"], open: (text) => currentUser(`Bearer ${text}`), refused: invalidToken },
      "a bot": { takes: ["bot"], open: (text) => currentUser(`Bot ${text}`), refused: invalidToken },
      "a person": { takes: ["session"], open: (text) => currentUser(text), refused: invalidToken },
      "a decision": {
        takes: ["request"],
        open: (text) => decide({ request: text }),
        refused: { status: 403 },
        event: "authorization.refuse failure null",
      },
      "a form": { takes: ["csrf"], open: (text) => decide({ csrf: text }), refused: { status: 403 } },
    };

    async function expectRefused(name: string, { open, refused, event }: Door, text: string) {
      const { answer, changes } = await observe(provider.db, () => open(text));
      expect([name, text, answer]).toEqual([name, text, refused]);
      expect(changes).toEqual(event === undefined ? {} : { events: [event] });
    }

    async function expectAllGood() {
      await expectAlive(provider, client, pair.access_token, pair.refresh_token);
      for (const name of ["a bearer", "a bot", "a person", "a client's authentication"] as const) {
        const door = doors[name];
        const [kind = "csrf"] = door?.takes ?? [];
        expect([name, (await door?.open(credentials[kind]))?.status]).toEqual([name, 200]);
      }
      expect((await provider.exchange(client, code)).status).toBe(200);
      expect((await provider.refresh(client, pair.refresh_token)).status).toBe(200);
      expect((await decide({})).status).toBe(303);
    }

    return { credentials, doors: Object.entries(doors), expectRefused, expectAllGood };
  }

  it("[A24] [A44] of one kind is refused wherever another kind is taken, and stays good", async () => {
    const { credentials, doors, expectRefused, expectAllGood } = await setup();
    for (const [name, door] of doors) {
      for (const kind of KINDS.filter((kind) => !door.takes.includes(kind))) {
        await expectRefused(name, door, credentials[kind]);
      }
    }
    await expectAllGood();
  });

  it("[A24] [A44] of one kind under the prefix of another is refused, and stays good", async () => {
    const { credentials, doors, expectRefused, expectAllGood } = await setup();
    for (const [name, door] of doors) {
      const prefixes = door.takes.flatMap((kind) => PREFIXES[kind] ?? []);
      for (const kind of KINDS) {
        const disguises = prefixes.filter((prefix) => prefix !== PREFIXES[kind]);
        for (const prefix of disguises) {
          await expectRefused(name, door, prefix + credentials[kind].replace(/^f[a-z]{2}_/, ""));
        }
      }
    }
    await expectAllGood();
  });

  it("[A24] that is cut off, longer, of another case or off by a character is refused, and stays good", async () => {
    const { credentials, doors, expectRefused, expectAllGood } = await setup();
    for (const [name, door] of doors) {
      for (const kind of door.takes) {
        for (const text of distortions(credentials[kind])) await expectRefused(name, door, text);
      }
    }
    await expectAllGood();
  });

  it("[A24] with the identifier of one and the secret of another is refused, and both stay good", async () => {
    const [one, two] = [await setup(), await setup()];
    for (const [name, door] of one.doors) {
      for (const kind of door.takes.filter((kind) => PREFIXES[kind] !== undefined)) {
        const identifier = one.credentials[kind].slice(0, 18);
        await one.expectRefused(name, door, identifier + two.credentials[kind].slice(18));
      }
    }
    await one.expectAllGood();
    await two.expectAllGood();
  });
});

function distortions(text: string): string[] {
  const other = text.endsWith("0") ? "1" : "0";
  return [
    text.slice(0, -1),
    text.slice(1),
    text.slice(0, 18),
    `${text}0`,
    `0${text}`,
    `${text}.${text}`,
    text.slice(0, -1) + other,
    text.toLowerCase(),
    text.toUpperCase(),
    [...text].map((c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join(""),
  ];
}
