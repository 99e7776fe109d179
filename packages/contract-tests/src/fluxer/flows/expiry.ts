import type { Case, Spec } from "../../engine/index.ts";
import { session } from "../world/credentials.ts";
import type { World } from "../world/world.ts";
import { flow, INVALID_TOKEN } from "./steps.ts";

const YEAR = 366 * 86_400_000;

/** Tokens and codes that expire are rules of the RFCs; a session is the server's own. */
export function expiryCases(spec: Spec, world: World): Case[] {
  return [
    flow(spec, "a session that has expired is refused", async (step, call) => {
      const token = await world.newSession(call, await world.account(call, "stranger"));
      await world.advance(YEAR);
      await step("getCurrentUser", {}, session(token), INVALID_TOKEN);
    }),
  ];
}
