import { INACTIVE } from "../flows/steps.ts";
import { PAIR, refused } from "../rules/kit.ts";
import { text } from "../world/ask.ts";
import { promise } from "./promise.ts";

const ACTIVE = { status: [200], body: { active: true } };

export const codeTime = promise("A code works for 60 seconds", async (kit) => {
  const [first, second] = [await kit.code(), await kit.code()];
  await kit.world.advance(59_000);
  await kit.exchange(first, PAIR);
  await kit.world.advance(1000);
  await kit.exchange(second, refused("invalid_grant"));
});

export const tokenTime = promise("A token works until the time that its introspection tells", async (kit) => {
  for (const [kind, token_type] of [
    ["access", "Bearer"],
    ["refresh", "refresh_token"],
  ] as const) {
    const { [kind]: token } = await kit.tokens();
    const { iat, exp } = await kit.introspect(token, { status: [200], body: { active: true, token_type } });
    await kit.world.advance((Number(exp) - Number(iat) - 1) * 1000);
    const later = await kit.introspect(token, ACTIVE);
    kit.same("iat as time passes", later.iat, iat);
    if (kind === "access") await kit.use(token, { status: [200] });
    await kit.world.advance(1000);
    await kit.introspect(token, INACTIVE);
    if (kind === "refresh") await kit.refresh(token, refused("invalid_grant"));
  }
});

export const lastSecond = promise("A refresh token can be spent in its last second", async (kit) => {
  const { refresh } = await kit.tokens();
  const { iat, exp } = await kit.introspect(refresh, ACTIVE);
  await kit.world.advance((Number(exp) - Number(iat) - 1) * 1000);
  await kit.refresh(refresh, PAIR);
});

/** In milliseconds: so short is every window. */
const RETRY = 2000;

export const retry = promise(
  "The same refresh again within a short window gets the same pair, anything later ends the grant",
  async (kit) => {
    const { refresh } = await kit.tokens("identify email");
    const given = await kit.refresh(refresh, PAIR, { scope: "identify" });
    // The retry comes later than the answer that was lost, and its token has that much less to live.
    await kit.world.config.advance?.(RETRY);
    const again = await kit.refresh(refresh, PAIR, { scope: "identify" });
    for (const member of ["access_token", "refresh_token", "scope"])
      kit.same(`${member} of the retry`, again[member] === given[member], true);
    const left = Number(given.expires_in) - (kit.world.config.advance ? RETRY / 1000 : 0);
    if (!(Number(again.expires_in) <= left)) kit.wrong("expires_in did not shrink with the time");
    await kit.refresh(refresh, refused("invalid_scope"), { scope: "email" });
    await kit.introspect(text(given, "refresh_token"), ACTIVE);
    await kit.use(text(again, "access_token"), { status: [200] });
    await kit.world.advance(3_600_000);
    await kit.refresh(refresh, refused("invalid_grant"), { scope: "identify" });
    await kit.introspect(text(given, "refresh_token"), INACTIVE);
    await kit.introspect(text(given, "access_token"), INACTIVE);
  },
);

export const retryAfterUse = promise(
  "A refresh is not repeated once its access token was revoked or its refresh token was used",
  async (kit) => {
    const { refresh } = await kit.tokens();
    const given = await kit.refresh(refresh, PAIR);
    await kit.revoke(text(given, "access_token"));
    await kit.refresh(refresh, refused("invalid_grant"));
    await kit.introspect(text(given, "refresh_token"), INACTIVE);
  },
);

const TAIL = 20;

export const secrets = promise("Each token of a refresh has a secret of its own", async (kit) => {
  const tails = new Set<string>();
  for (let turn = 0; turn < 2; turn++) {
    const given = await kit.refresh((await kit.tokens()).refresh, PAIR);
    for (const name of ["access_token", "refresh_token"]) tails.add(text(given, name).slice(-TAIL));
  }
  kit.same("the number of different ends", tails.size, 4);
});
