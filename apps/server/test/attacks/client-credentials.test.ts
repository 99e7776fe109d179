import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { begun, CALLBACK, scenes } from "../tokens/provider.ts";
import { expectAlive } from "../tokens/refusal.ts";
import { observe } from "../tokens/state.ts";

type Scene = Awaited<ReturnType<ReturnType<typeof begun>>> & { readonly fresh: string };
/** How a request authenticates: what is added to its headers, its form and its address. */
type Credentials = {
  readonly authorization?: string;
  readonly form?: Record<string, string>;
  readonly query?: Record<string, string>;
};

const base64 = (content: string | Uint8Array) => Buffer.from(content).toString("base64");
const basic = (id: string, secret: string) => `Basic ${base64(`${id}:${secret}`)}`;

const TWO_WAYS: Record<string, (scene: Scene) => Credentials> = {
  "Basic and the same secret in the body": ({ client: { id, secret } }) => ({
    authorization: basic(id, secret),
    form: { client_id: id, client_secret: secret },
  }),
  "Basic and another client's secret in the body": ({ client, other }) => ({
    authorization: basic(client.id, client.secret),
    form: { client_secret: other.secret },
  }),
  "Basic and another client's id in the body": ({ client, other }) => ({
    authorization: basic(client.id, client.secret),
    form: { client_id: other.id },
  }),
  "another client's Basic and the id of the victim": ({ client, other }) => ({
    authorization: basic(other.id, other.secret),
    form: { client_id: client.id },
  }),
};

const UNUSABLE: Record<string, (scene: Scene) => Credentials> = {
  "Basic without a colon": ({ client: { id, secret } }) => ({
    authorization: `Basic ${base64(id + secret)}`,
  }),
  "Basic that is no Base64": ({ client: { id, secret } }) => ({ authorization: `Basic ${id}:${secret}` }),
  "Basic with a bad percent sign": ({ client: { id, secret } }) => ({
    authorization: basic(id, `${secret}%`),
  }),
  "Basic with an encoded NUL": ({ client: { id, secret } }) => ({ authorization: basic(id, `${secret}%00`) }),
  "Basic with a NUL in the id": ({ client: { id, secret } }) => ({ authorization: basic(`${id}\0`, secret) }),
  "Basic with bytes that are not UTF-8": ({ client: { id } }) => ({
    authorization: `Basic ${base64(Buffer.concat([Buffer.from(`${id}:`), Buffer.from([0xc3, 0x28])]))}`,
  }),
  "Basic of 60 KiB": ({ client: { id } }) => ({ authorization: basic(id, "s".repeat(45_000)) }),
  "Basic with an empty secret": ({ client: { id } }) => ({ authorization: basic(id, "") }),
  "an access token as bearer": ({ pair }) => ({ authorization: `Bearer ${pair.access_token}` }),
  "the secret as bearer": ({ client: { secret } }) => ({ authorization: `Bearer ${secret}` }),
  "its owner's session": ({ user }) => ({ authorization: user.token }),
};

const MISSING: Record<string, (scene: Scene) => Credentials> = {
  nothing: () => ({}),
  "only its id": ({ client: { id } }) => ({ form: { client_id: id } }),
  "an empty secret": ({ client: { id } }) => ({ form: { client_id: id, client_secret: "" } }),
  "another client's secret": ({ client: { id }, other }) => ({
    form: { client_id: id, client_secret: other.secret },
  }),
  "its id and secret in the query": ({ client: { id, secret } }) => ({
    query: { client_id: id, client_secret: secret },
  }),
  "its id in the body and the secret in the query": ({ client: { id, secret } }) => ({
    form: { client_id: id },
    query: { client_secret: secret },
  }),
};

/** Everything that a client can ask for, with credentials other than those of a client left out. */
const requestsOf = ({ fresh: code, pair }: Scene): [string, Record<string, string>][] => [
  ["/oauth2/token", { grant_type: "authorization_code", code, redirect_uri: CALLBACK }],
  ["/oauth2/token", { grant_type: "refresh_token", refresh_token: pair.refresh_token }],
  ["/oauth2/token", { grant_type: "client_credentials" }],
  ["/oauth2/token/revoke", { token: pair.refresh_token }],
  ["/oauth2/revoke", { token: pair.access_token }],
  ["/oauth2/introspect", { token: pair.access_token }],
];

describeDatabases("whoever asks in a client's name", (open) => {
  const begin = begun(scenes(open));

  async function setup(): Promise<Scene> {
    const scene = await begin();
    return { ...scene, fresh: await scene.provider.consent(scene.user, scene.client) };
  }

  async function send({ provider }: Scene, path: string, fields: Record<string, string>, given: Credentials) {
    const headers = { ...(given.authorization !== undefined && { authorization: given.authorization }) };
    const body = new URLSearchParams({ ...fields, ...given.form });
    const response = await provider.request(`${path}?${new URLSearchParams(given.query)}`, {
      method: "POST",
      headers,
      body,
    });
    const { error } = (await response.json()) as { error?: string };
    const challenge = response.headers.get("www-authenticate")?.split(" ")[0];
    return { status: response.status, error, challenge };
  }

  async function expectNothingHappened({ provider, client, pair, fresh }: Scene) {
    await expectAlive(provider, client, pair.access_token, pair.refresh_token);
    expect((await provider.exchange(client, fresh)).status).toBe(200);
    expect((await provider.refresh(client, pair.refresh_token)).status).toBe(200);
  }

  /** Each request is refused like this, changes nothing, and is one line in the log. */
  async function expectRefused(scene: Scene, given: Credentials, refused: object) {
    const { provider } = scene;
    for (const [path, fields] of requestsOf(scene)) {
      const lines = provider.lines.length;
      const { answer, changes } = await observe(provider.db, () => send(scene, path, fields, given));
      expect([path, answer, changes]).toEqual([path, refused, {}]);
      expect(provider.lines.slice(lines)).toMatchObject([{ msg: "request refused" }]);
    }
    await expectNothingHappened(scene);
  }

  it.each(Object.entries(TWO_WAYS))("[A14] with %s is refused as invalid_request", async (_, make) => {
    const scene = await setup();
    const { status, error } = { status: 400, error: "invalid_request" };
    await expectRefused(scene, make(scene), { status, error, challenge: undefined });
  });

  it.each(Object.entries(UNUSABLE))("[A15] with %s is no client", async (_, make) => {
    const scene = await setup();
    await expectRefused(scene, make(scene), { status: 401, error: "invalid_client", challenge: "Basic" });
  });

  it.each(Object.entries(MISSING))("[A16] [A17] with %s is no client", async (_, make) => {
    const scene = await setup();
    await expectRefused(scene, make(scene), { status: 401, error: "invalid_client", challenge: undefined });
  });

  it.each(["GET", "HEAD", "PUT", "DELETE"])("[A16] by %s is told to use POST", async (method) => {
    const scene = await setup();
    const { provider, client } = scene;
    const headers = { authorization: basic(client.id, client.secret) };
    for (const [path, fields] of requestsOf(scene)) {
      const address = `${path}?${new URLSearchParams(fields)}`;
      const { answer, changes } = await observe(provider.db, () =>
        provider.request(address, { method, headers }),
      );
      expect([answer.status, answer.headers.get("allow"), changes]).toEqual([405, "POST", {}]);
    }
    await expectNothingHappened(scene);
  });
});
