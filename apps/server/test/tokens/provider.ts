import { createHash } from "node:crypto";
import type { Schemas } from "@fluxer-oauth2/contract";
import { beforeAll } from "vitest";
import type { Config } from "../../src/config.ts";
import type { Scope } from "../../src/lib/scopes.ts";
import type { TestDatabases } from "../support/databases.ts";
import { type Account, type Host, PASSWORD, startHost } from "../support/host.ts";
import { interruptible } from "../support/interruptible.ts";

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
export type OwnedClient = Client & { readonly owner: Account };
export type Provider = Awaited<ReturnType<typeof createProvider>>;

type Fields = Record<string, string>;
type Asked = { readonly scopes?: readonly Scope[]; readonly challenge?: string };

/** The whole provider. */
async function createProvider(open: TestDatabases, settings: Partial<Config>) {
  const { db, beforeChange } = interruptible(await open());
  const { dialect, newUrl } = open;
  const host = await startHost(
    Object.assign(async () => db, { dialect, newUrl }),
    settings,
  );

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

  async function addClient(owner: Account, name: string) {
    const { id, secret } = await host.createApplication(owner, { name, redirect_uris: [CALLBACK] });
    return { id, secret, owner };
  }

  async function resetSecret({ id, owner }: OwnedClient, overlap_seconds = 0): Promise<OwnedClient> {
    const body = { password: PASSWORD, overlap_seconds };
    const answer = await host.call("resetClientSecret", { token: owner.token, params: { id }, body });
    return { id, owner, secret: answer.body.client_secret ?? "no secret" };
  }

  return {
    ...host,
    ...clientCalls(host),
    beforeChange,
    consent,
    addClient,
    resetSecret,
    deleteApplication: ({ id, owner }: OwnedClient) =>
      host.call("deleteApplication", { token: owner.token, params: { id }, body: { password: PASSWORD } }),
    deauthorize: ({ token }: Account, { id }: Pick<Client, "id">) =>
      host.call("deauthorizeApplication", { token, params: { applicationId: id } }),
    me: (accessToken: string) => host.call("getCurrentOauth2User", { token: `Bearer ${accessToken}` }),
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

/** A provider for the tests of a suite; each of them gets a person of its own, and two clients of that person's. */
export function scenes(open: TestDatabases, settings: Partial<Config> = {}) {
  let provider: Provider;
  beforeAll(async () => {
    provider = await createProvider(open, settings);
  });
  return async () => {
    const user = await provider.register("ada");
    const client = await provider.addClient(user, "Weather");
    return { provider, user, client, other: await provider.addClient(user, "Other") };
  };
}

/** A scene in which the user agreed and the client has its pair. */
export function begun(scene: ReturnType<typeof scenes>) {
  return async () => {
    const { provider, user, client, other } = await scene();
    const begin = async () => {
      const code = await provider.consent(user, client, { scopes: ["identify", "email"] });
      return { code, pair: (await provider.exchange(client, code)).body };
    };
    return { provider, user, client, other, begin, ...(await begin()) };
  };
}
