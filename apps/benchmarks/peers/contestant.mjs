// What every peer's program shares: the plans of its requests, and the talk with its parent (src/contestants/foreign.ts).
import { createServer } from "node:http";

export const CLIENT = { id: "benchmark-client", secret: "a-secret-of-the-benchmark-that-is-long-enough" };
export const REDIRECT_URI = "https://app.example/callback";
/** A peer holds as many tokens of each kind, however many the provider holds: fewer are easier. */
export const TOKENS = Math.min(10_000, Number(process.env.TOKENS));

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const basic = { authorization: `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString("base64")}` };
const cycle = { use: "cycle" };
const ok = (...includes) => ({ expect: { status: 200, includes } });

/** The plans of the operations for which there are paths; `tokens` are access tokens, `refreshTokens` unspent ones. */
export function plans(paths, { tokens, refreshTokens, clientScope, verifier }) {
  const pool = tokens.map((token) => [token]);
  const scope = clientScope === undefined ? "" : `&scope=${encodeURIComponent(clientScope)}`;
  const form = { method: "POST", headers: { ...FORM, ...basic } };
  const proof = verifier === undefined ? "" : `&code_verifier=${verifier}`;
  const code = `grant_type=authorization_code&code={0}&redirect_uri=${encodeURIComponent(REDIRECT_URI)}${proof}`;
  const renewal = "grant_type=refresh_token&refresh_token={0}";
  return {
    introspect: {
      ...form,
      path: paths.introspect,
      body: "token={0}",
      pool,
      ...cycle,
      ...ok('"active":true'),
    },
    userinfo: {
      ...{ method: "GET", path: paths.userinfo, headers: { authorization: "Bearer {0}" } },
      ...{ pool, ...cycle, ...ok('"sub":') },
    },
    client_credentials: {
      ...{ ...form, path: paths.token, body: `grant_type=client_credentials${scope}` },
      ...{ pool: [[]], ...cycle, ...ok('"access_token":') },
    },
    refresh: {
      ...{ ...form, path: paths.token, body: renewal, pool: refreshTokens.map((token) => [token]) },
      ...{ use: { rotate: "refresh_token" }, ...ok('"refresh_token":') },
    },
    code: { ...form, path: paths.token, body: code, pool: [], use: "once", ...ok('"refresh_token":') },
  };
}

/** Listens, tells the parent, and makes more codes when it asks; all of them with one commit. */
export function serve(listener, plansOf, makeCode, database) {
  const server = createServer(listener);
  server.listen(0, "127.0.0.1", () => {
    process.send({ port: server.address().port, plans: plansOf });
  });
  process.on("message", async ({ count }) => {
    database?.exec("BEGIN");
    const codes = await collect(count, makeCode);
    database?.exec("COMMIT");
    process.send(codes.map((code) => [code]));
  });
  process.on("disconnect", () => process.exit());
}

export async function collect(count, make) {
  const made = [];
  for (let i = 0; i < count; i++) made.push(await make(i));
  return made;
}
