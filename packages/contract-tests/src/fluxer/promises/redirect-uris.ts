import { text } from "../world/ask.ts";
import { promise } from "./promise.ts";

const GOOD = [
  "https://client.example",
  "https://client.example:8443/callback?kept=1",
  "https://192.0.2.1/callback",
  "https://[2001:db8::1]:8443/callback",
  "http://localhost:3000/callback",
  "http://app.localhost/callback",
  "http://127.0.0.1/",
  "http://[::1]:8080/callback?kept=1",
];
const BAD = [
  "http://client.example/callback",
  "http://localhost.client.example/callback",
  "http://127.0.0.1.client.example/callback",
  "http://127.0.0.2/callback",
  "http://notlocalhost/callback",
  "ftp://client.example/callback",
  "https://",
  "https:///callback",
  "https://client.example/call back",
  "https://client.example/callback#part",
  "https://user@client.example/callback",
  "https://*.client.example/callback",
  "https://client.example:99999/callback",
  "https://client.example/%zz",
  "https://client%2Eexample/callback",
  "https://127.1/callback",
  "https://0177.0.0.1/callback",
  "https://[2001:db8::1/callback",
  "client.example/callback",
];

export default promise(
  "A redirect URI is https, or http to the same device; any other is not registered",
  async (kit) => {
    const { by } = await kit.somebody("registrar");
    const body = { name: "Conformance", redirect_uris: GOOD };
    const made = await kit.read("createOauth2Application", { body }, by);
    kit.same("redirect_uris", made.redirect_uris, GOOD);
    const path = { id: text(made, "id") };
    const invalid = { status: [400], body: { code: "INVALID_FORM_BODY" } };
    for (const uri of BAD) {
      const one = { name: "Conformance", redirect_uris: [GOOD[0], uri] };
      await kit.step("createOauth2Application", { body: one }, by, invalid);
    }
    const isHttpAllowed = kit.world.config.httpRedirectUpdates === true;
    for (const uri of BAD.filter((each) => !(isHttpAllowed && each.startsWith("http:"))))
      await kit.step("updateApplication", { path, body: { redirect_uris: [GOOD[0], uri] } }, by, invalid);
    kit.same(
      "redirect_uris after that",
      (await kit.read("getApplication", { path }, by)).redirect_uris,
      GOOD,
    );
    const turned = { redirect_uris: GOOD.toReversed() };
    const changed = await kit.read("updateApplication", { path, body: turned }, by);
    kit.same("redirect_uris after the update", changed.redirect_uris, turned.redirect_uris);
  },
);

export const loopback = promise(
  "Of a loopback redirect URI the port may differ, and nothing else",
  async (kit) => {
    const owner = await kit.somebody("native");
    const registered = [
      "http://localhost/callback",
      "http://app.localhost:4000/callback?kept=1",
      "http://127.0.0.1:4000",
    ];
    const client = await kit.world.newApplication(kit.call, owner, { redirect_uris: registered });
    const agree = (redirect_uri: string, status: number) => {
      const body = { client_id: client.id, scope: "identify", redirect_uri };
      return kit.step("grantOauth2Consent", { body }, owner.by, { status: [status] });
    };
    for (const uri of [
      "http://localhost:51004/callback",
      "http://app.localhost:65535/callback?kept=1",
      "http://127.0.0.1:51004",
    ]) {
      const { redirect_to } = await agree(uri, 200);
      if (!String(redirect_to).startsWith(uri)) kit.wrong("redirect_to is not the URI that was asked for");
      const code = URL.parse(String(redirect_to))?.searchParams.get("code") ?? "";
      const by = { body: { client_id: client.id, client_secret: client.secret } };
      await kit.exchange(code, { status: [200] }, { redirect_uri: uri }, by);
    }
    for (const uri of [
      "http://localhost:51004/other",
      "http://localhost:051/callback",
      "http://localhost:65536/callback",
      "http://localhost:0/callback",
      "http://localhost:51004/callback?more=1",
      "http://LOCALHOST:51004/callback",
      "http://127.0.0.1:51004/callback",
      "http://other.localhost:51004/callback?kept=1",
      "https://localhost:51004/callback",
      "http://localhost:51004",
      "https://client.example/http://localhost:51004/callback",
      "http://127.0.0.1.client.example",
      "http://127.0.0.1:51004.client.example",
    ])
      await agree(uri, 400);
  },
);
