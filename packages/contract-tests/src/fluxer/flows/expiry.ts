import type { Call } from "../../engine/index.ts";
import { type Case, NotTested, type Spec } from "../../engine/index.ts";
import { basic, bearer, session } from "../world/credentials.ts";
import { REDIRECT_URI, type World } from "../world/world.ts";
import { flow, INACTIVE, INVALID_GRANT, INVALID_TOKEN, type Step } from "./steps.ts";

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** Credentials that have expired. Only a caller in the server's own process can let the time pass. */
export function expiryCases(spec: Spec, world: World): Case[] {
  const later = (name: string, walk: (step: Step, call: Call, advance: Advance) => Promise<void>) =>
    flow(spec, name, (step, call) => {
      const { advance } = world.config;
      if (!advance)
        throw new NotTested("needs a clock that can be moved on, as only a caller in the same process has");
      return walk(step, call, advance);
    });
  return [
    later("a code that has expired is refused", async (step, call, advance) => {
      const [client, owner] = [await world.application(call, "main"), await world.account(call, "owner")];
      const code = await world.consent(call, owner, client, "identify");
      await advance(61 * SECOND);
      const body = { grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI };
      await step("exchangeOauth2Token", { body }, basic(client), INVALID_GRANT);
    }),
    later(
      "an access token that has expired is refused, then its refresh token",
      async (step, call, advance) => {
        const client = await world.application(call, "main");
        const { access, refresh } = await world.newTokens(call, "identify");
        const unused = await world.newTokens(call, "identify");
        await advance(8 * DAY);
        await step("getCurrentOauth2User", {}, bearer(access), INVALID_TOKEN);
        await step("introspectOauth2Token", { body: { token: access } }, basic(client), INACTIVE);
        const body = { grant_type: "refresh_token", refresh_token: refresh };
        await step("exchangeOauth2Token", { body }, basic(client), { status: [200] });
        await advance(23 * DAY);
        const late = { grant_type: "refresh_token", refresh_token: unused.refresh };
        await step("exchangeOauth2Token", { body: late }, basic(client), INVALID_GRANT);
      },
    ),
    later("a session that has expired is refused", async (step, call, advance) => {
      const token = await world.newSession(call, await world.account(call, "stranger"));
      await advance(366 * DAY);
      await step("getCurrentUser", {}, session(token), INVALID_TOKEN);
    }),
  ];
}

type Advance = NonNullable<World["config"]["advance"]>;
