import type { Call } from "../../engine/index.ts";
import { basic, session } from "./credentials.ts";
import { createOnce } from "./once.ts";
import { type Account, type Application, PASSWORD, REDIRECT_URI, type World } from "./world.ts";

/** One pixel. */
const IMAGE = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";

const known = new WeakMap<World, ReturnType<typeof createOnce>>();

/**
 * An application of the owner's that has everything that one may have: a bot with pictures and a text, which is in the guild,
 * and two secrets, of which the older has been used.
 */
export function picturedApplication(world: World, call: Call): Promise<Application> {
  const once = known.get(world) ?? createOnce();
  known.set(world, once);
  return once("pictured", async () => make(world, call, await world.account(call, "owner")));
}

async function make(world: World, call: Call, owner: Account): Promise<Application> {
  const made = await world.newApplication(call, owner);
  const [by, path] = [session(owner.session), { id: made.id }];
  const profile = { avatar: IMAGE, banner: IMAGE, bio: "With pictures" };
  await world.ask(call, "updateBotProfile", { path, body: profile }, by);
  await world.ask(call, "introspectOauth2Token", { body: { token: "conformance-unknown" } }, basic(made));
  const rotation = { password: PASSWORD, overlap_seconds: 3600 };
  await world.ask(call, "resetClientSecret", { path, body: rotation }, by);
  const body = {
    client_id: made.id,
    redirect_uri: REDIRECT_URI,
    scope: "bot",
    guild_id: await world.guild(call),
  };
  await world.ask(call, "grantOauth2Consent", { body: { ...body, permissions: "0" } }, by);
  return made;
}
