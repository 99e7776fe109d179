import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "../support/databases.ts";
import { type Account, type Host, startHost } from "../support/host.ts";

const GOOD = [
  "https://client.example",
  "https://client.example/callback?state=of%20ours&x=1",
  "https://client.example:8443/a/b;c=d",
  "https://CLIENT.example/cb",
  "https://localhost/cb",
  "https://xn--bcher-kva.example/cb",
  "http://localhost/cb",
  "http://localhost:3000",
  "http://app.localhost:3000/cb",
  "http://127.0.0.1:49152/cb",
  "http://[::1]:49152/cb",
];

const BAD = [
  ...["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd"],
  ...[
    "blob:https://client.example/1",
    " https://client.example/",
    "https://client.example/ ",
    "HTTPS://client.example/",
  ],
  ...[
    "https://client.example/#",
    "https://client.example/#x",
    "https://user@client.example/",
    "https://u:p@client.example/",
  ],
  ...[
    "/callback",
    "//client.example/",
    "https:client.example",
    "https:/client.example",
    "https:///client.example",
  ],
  ...["https://*.client.example/", "https://client.example/*", "*", "", "com.example.app:/cb", "https://"],
  ...[
    "https://client.example\\@evil.example/",
    "https://client.example/\\evil",
    "https://client.example/\tx",
  ],
  ...["https://client.example/\r\nset-cookie:x", "https://client.example/\u0001", "https://client。example/"],
  ...[
    "https://bücher.example/",
    'https://client.example/"><script>',
    "https://client.example/%zz",
    "https://client.example/ü",
  ],
  ...[
    "https://client.example:99999/",
    "https://client.example:/",
    "https://client.example:8x/",
    "https://%63lient.example/",
  ],
  ...[
    "https://127.1/",
    "https://0177.0.0.1/",
    "https://2130706433/",
    "https://0x7f.0.0.1/",
    "https://[::ffff:127.0.0.1/",
  ],
  ...[
    "http://client.example/",
    "http://127.1/",
    "http://0177.0.0.1/",
    "http://2130706433/",
    "http://127.0.0.2/",
  ],
  ...[
    "http://[::ffff:127.0.0.1]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://localhost.evil.com/",
    "http://evillocalhost/",
  ],
  ...[
    "http://user@127.0.0.1/",
    "http://127.0.0.1@evil.com/",
    "http://127.0.0.1.evil.com/",
    "http://localhost:99999/",
  ],
  `https://client.example/${"x".repeat(2048)}`,
];

describe("a redirect URI", () => {
  const open = testDatabases("sqlite");
  let host: Host;
  let ada: Account;
  let id: string;
  beforeAll(async () => {
    host = await startHost(open);
    ada = await host.register("ada");
    id = (await host.createApplication(ada)).id;
  });
  const create = (redirect_uris: unknown) =>
    host.call("createOauth2Application", { token: ada.token, body: { name: "Client", redirect_uris } });
  const update = (redirect_uris: unknown, at = host, owner = ada, application = id) =>
    at.call("updateApplication", {
      token: owner.token,
      params: { id: application },
      body: { redirect_uris },
    });

  it("[A08] is https anywhere, or http on the device itself, kept as it was written", async () => {
    for (const uri of GOOD) {
      const updated = await update([uri]);
      expect(updated, uri).toMatchObject({ status: 200, body: { redirect_uris: [uri] } });
    }
    const created = await create(GOOD.slice(0, 10));
    expect(created.body.redirect_uris).toEqual(GOOD.slice(0, 10));
  });

  it.each(BAD)("[A08] [A09] is not %j, and nothing is stored", async (uri) => {
    await update(["https://client.example/"]);
    const before = await host.call("listUserApplications", { token: ada.token });
    const fault = { status: 400, body: { code: "INVALID_FORM_BODY" } };
    for (const answer of [
      await create(["https://a.example/", uri]),
      await update(["https://a.example/", uri]),
    ]) {
      expect(answer).toMatchObject(fault);
      expect(Reflect.get(answer.body, "errors")?.[0]?.path).toBe("redirect_uris.1");
    }
    expect((await host.call("listUserApplications", { token: ada.token })).body).toEqual(before.body);
  });

  it("is registered once", async () => {
    const uris = ["https://a.example/", "https://b.example/", "https://a.example/"];
    expect((await update(uris)).body.redirect_uris).toEqual(["https://a.example/", "https://b.example/"]);
  });

  it("[A08] may use http in an update where the operator allows it, which the log then tells", async () => {
    const lax = await startHost(open, { redirectUriUpdateAllowHttp: true });
    const owner = await lax.register("bob");
    const application = (await lax.createApplication(owner)).id;
    const uri = "http://intranet.example/cb";
    expect((await update([uri], lax, owner, application)).status).toBe(200);
    expect(lax.lines).toContainEqual(
      expect.objectContaining({ level: 40, applicationId: application, redirectUri: uri }),
    );
    for (const other of ["http://0177.0.0.1/", "http://user@intranet.example/", "javascript:alert(1)"]) {
      expect((await update([other], lax, owner, application)).status, other).toBe(400);
    }
    const created = await lax.call("createOauth2Application", {
      token: owner.token,
      body: { name: "x", redirect_uris: [uri] },
    });
    expect(created.status).toBe(400);
  });
});
