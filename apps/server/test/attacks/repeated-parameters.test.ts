import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { begun, CALLBACK, CHALLENGE, scenes, VERIFIER } from "../tokens/provider.ts";
import { expectAlive } from "../tokens/refusal.ts";
import { observe } from "../tokens/state.ts";

describeDatabases("a parameter", (open) => {
  const begin = begun(scenes(open));

  async function setup() {
    const { provider, user, client, pair } = await begin();
    const code = await provider.consent(user, client, { challenge: CHALLENGE });
    const requests: [string, Record<string, string>][] = [
      [
        "/oauth2/token",
        { grant_type: "authorization_code", code, redirect_uri: CALLBACK, code_verifier: VERIFIER },
      ],
      [
        "/oauth2/token",
        { grant_type: "refresh_token", refresh_token: pair.refresh_token, scope: "identify email" },
      ],
      ["/oauth2/token", { grant_type: "client_credentials", scope: "identify" }],
      ["/oauth2/token/revoke", { token: pair.refresh_token, token_type_hint: "refresh_token" }],
      ["/oauth2/revoke", { token: pair.access_token, token_type_hint: "access_token" }],
      ["/oauth2/introspect", { token: pair.access_token, token_type_hint: "access_token" }],
    ];
    const credentials = { client_id: client.id, client_secret: client.secret };
    const all = requests.map(([path, fields]): [string, Record<string, string>] => [
      path,
      { ...fields, ...credentials },
    ]);

    const send = async (path: string, body: URLSearchParams | FormData) => {
      const response = await provider.request(path, { method: "POST", body });
      return { status: response.status, ...((await response.json()) as { error?: string; scope?: string }) };
    };
    const expectRefused = async (path: string, body: URLSearchParams | FormData, refused: object) => {
      const { answer, changes } = await observe(provider.db, () => send(path, body));
      expect([path, String(body), answer]).toMatchObject([path, String(body), refused]);
      expect(changes).toEqual({});
    };
    const expectNothingHappened = async () => {
      await expectAlive(provider, client, pair.access_token, pair.refresh_token);
      expect((await provider.exchange(client, code, { code_verifier: VERIFIER })).status).toBe(200);
      expect((await provider.refresh(client, pair.refresh_token)).status).toBe(200);
    };
    return { provider, user, client, pair, all, send, expectRefused, expectNothingHappened };
  }

  const INVALID_REQUEST = { status: 400, error: "invalid_request" };

  it.each(["the same", "another", "no"])("[A25] that comes again with %s value is refused", async (value) => {
    const { all, expectRefused, expectNothingHappened } = await setup();
    for (const [path, fields] of all) {
      for (const [name, first] of Object.entries(fields)) {
        const again = value === "the same" ? first : value === "another" ? "x" : "";
        for (const body of [new URLSearchParams(fields), multipart(fields)]) {
          body.append(name, again);
          await expectRefused(path, body, INVALID_REQUEST);
        }
      }
    }
    await expectNothingHappened();
  });

  it("[A25] that is written as a list is not that parameter", async () => {
    const { all, expectRefused, expectNothingHappened } = await setup();
    const required = ["grant_type", "code", "redirect_uri", "refresh_token", "token"];
    for (const [path, fields] of all) {
      for (const name of required.filter((name) => name in fields)) {
        for (const list of [`${name}[]`, `${name}[0]`]) {
          const { [name]: value = "", ...rest } = fields;
          await expectRefused(path, new URLSearchParams({ ...rest, [list]: value }), INVALID_REQUEST);
        }
      }
    }
    await expectNothingHappened();
  });

  it("[A16] [A25] in the query of the address is not in the request, be it all there is or one of two", async () => {
    const { provider, client, pair, all, send, expectRefused, expectNothingHappened } = await setup();
    const credentials = ["client_id", "client_secret"];
    for (const [path, fields] of all) {
      for (const [name, value] of Object.entries(fields)) {
        if (["scope", "token_type_hint", "code_verifier"].includes(name)) continue;
        const { [name]: _, ...rest } = fields;
        const address = `${path}?${new URLSearchParams({ [name]: value })}`;
        const refused = credentials.includes(name)
          ? { status: 401, error: "invalid_client" }
          : INVALID_REQUEST;
        await expectRefused(address, new URLSearchParams(rest), refused);
      }
    }
    await expectNothingHappened();
    const next = (await provider.refresh(client, pair.refresh_token)).body;
    const mixed = { refresh_token: "fxr_x", scope: "identify", client_id: "1", client_secret: "x" };
    const form = { grant_type: "refresh_token", refresh_token: next.refresh_token };
    const own = { client_id: client.id, client_secret: client.secret };
    const body = new URLSearchParams({ ...form, ...own });
    const answer = await send(`/oauth2/token?${new URLSearchParams(mixed)}`, body);
    expect(answer).toMatchObject({ status: 200, scope: "identify email" });
  });
});

function multipart(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
