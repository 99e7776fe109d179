import { createHash } from "node:crypto";
import type { Schemas } from "@fluxer-oauth2/contract";
import type { Config } from "../../src/config.ts";
import type { Database } from "../../src/db/database.ts";
import type { Scope } from "../../src/lib/scopes.ts";
import type { TestDatabases } from "../support/databases.ts";
import { type Account, type Host, PASSWORD, startHost } from "../support/host.ts";
import { readState } from "./state.ts";

export const CALLBACK = "https://app.example/callback";
export const VERIFIER = "v".repeat(43);
export const CHALLENGE = createHash("sha256").update(VERIFIER).digest("base64url");

export type Answer<Body = unknown> = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
};
export type Pair = Schemas["OAuth2TokenResponse"];
export type Client = { readonly id: string; readonly secret: string };
export type Provider = Awaited<ReturnType<typeof createProvider>>;

type Fields = Record<string, string>;
type Asked = { readonly scopes?: readonly Scope[]; readonly challenge?: string };

/** The whole provider, with one person who owns all clients. */
export async function createProvider(open: TestDatabases, settings: Partial<Config> = {}) {
  const { db, interrupt } = interruptible(await open());
  const { dialect, newUrl } = open;
  const host = await startHost(
    Object.assign(async () => db, { dialect, newUrl }),
    settings,
  );
  const owner = await host.register();

  /** What the user agrees to; gives the code that the client would get. */
  async function consent({ token }: Account, client: Client, { scopes, challenge }: Asked = {}) {
    const body = {
      client_id: client.id,
      redirect_uri: CALLBACK,
      scope: scopes?.join(" ") ?? "identify",
      ...(challenge && { code_challenge: challenge, code_challenge_method: "S256" }),
    };
    const answer = await host.call("grantOauth2Consent", { token, body });
    return new URL(answer.body.redirect_to).searchParams.get("code") ?? "no code";
  }

  return {
    ...host,
    ...clientCalls(host),
    interrupt,
    consent,
    client: async (name = "Weather"): Promise<Client> =>
      host.createApplication(owner, { name, redirect_uris: [CALLBACK] }),
    async resetSecret({ id }: Client, overlap_seconds = 0): Promise<Client> {
      const body = { password: PASSWORD, overlap_seconds };
      const answer = await host.call("resetClientSecret", { token: owner.token, params: { id }, body });
      return { id, secret: answer.body.client_secret ?? "no secret" };
    },
    deleteApplication: ({ id }: Client) =>
      host.call("deleteApplication", { token: owner.token, params: { id }, body: { password: PASSWORD } }),
    deauthorize: ({ token }: Account, { id }: Client) =>
      host.call("deauthorizeApplication", { token, params: { applicationId: id } }),
    me: (accessToken: string) => host.call("getCurrentOauth2User", { token: `Bearer ${accessToken}` }),
    state: () => readState(db),
  };
}

/** What a client sends with its credentials in the body. */
function clientCalls({ call }: Host) {
  const form = ({ id, secret }: Client, fields: Fields) => ({
    form: { client_id: id, client_secret: secret, ...fields },
  });
  const token = (client: Client, fields: Fields) => call("exchangeOauth2Token", form(client, fields));
  // A refusal has another body, and the tests compare that one as a whole.
  const pair = async (client: Client, fields: Fields) => (await token(client, fields)) as Answer<Pair>;
  return {
    token,
    exchange: (client: Client, code: string, more: Fields = {}) =>
      pair(client, { grant_type: "authorization_code", code, redirect_uri: CALLBACK, ...more }),
    refresh: (client: Client, refreshToken: string, more: Fields = {}) =>
      pair(client, { grant_type: "refresh_token", refresh_token: refreshToken, ...more }),
    own: (client: Client, more: Fields = {}) => token(client, { grant_type: "client_credentials", ...more }),
    revoke: (client: Client, token: string, more: Fields = {}) =>
      call("revokeOauth2Token", form(client, { token, ...more })),
    introspect: (client: Client, token: string) => call("introspectOauth2Token", form(client, { token })),
  };
}

/** A database on which something can be made to happen once, just before the next transaction. */
function interruptible(database: Database) {
  let happen = async () => {};
  const db: Database = {
    ...database,
    async atomically(work, options) {
      const happening = happen;
      happen = async () => {};
      await happening();
      return database.atomically(work, options);
    },
  };
  const interrupt = (next: () => Promise<unknown>) => {
    happen = async () => void (await next());
  };
  return { db, interrupt };
}

/** A person and two clients, of whom one will be the stranger. */
export async function createScene(open: TestDatabases, settings: Partial<Config> = {}) {
  const provider = await createProvider(open, settings);
  const [user, client] = [await provider.register("ada"), await provider.client("Weather")];
  return { provider, user, client, other: await provider.client("Other") };
}
