import type { Call } from "../../engine/index.ts";
import { createOnce } from "./once.ts";
import type { Account, Application, World } from "./world.ts";

/** Fewer than an account may own, as some of them are the account's for other reasons. */
const MOST_APPLICATIONS = 20;

/** Accounts that applications are made with, a new one whenever the last has as many as it may. */
export function createBuilders(
  world: Pick<World, "newAccount" | "renewed">,
): (call: Call) => Promise<Account> {
  let builder: Promise<Account> | undefined;
  let made = 0;
  return async (call) => {
    if (builder === undefined || made++ % MOST_APPLICATIONS === 0)
      builder = world.newAccount(call, "builder");
    return world.renewed(call, await builder);
  };
}

const known = new WeakMap<World, ReturnType<typeof createOnce>>();

/** The owner's application that users are sent back from to this address alone. */
export function applicationAt(world: World, call: Call, redirectUri: string): Promise<Application> {
  const once = known.get(world) ?? createOnce();
  known.set(world, once);
  return once(redirectUri, async () => {
    const owner = await world.account(call, "owner");
    return world.newApplication(call, owner, { redirect_uris: [redirectUri] });
  });
}
