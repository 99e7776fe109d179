import type { Call } from "../../engine/index.ts";
import { text } from "./ask.ts";
import { basic, type Client, session } from "./credentials.ts";
import { ORDINARY_SCOPES, PASSWORD, type World } from "./world.ts";

/** What was signed out of, revoked, replaced, or lost its application. */
export interface Ended {
  session: string;
  accessToken: string;
  botToken: string;
  client: Client;
  /** An access token, the bot token and the credentials of an application that was deleted. */
  orphan: string;
  orphanBot: string;
  orphanClient: Client;
}

export interface Expired {
  session: string;
  accessToken: string;
}

const YEAR = 366 * 86_400_000;
const SCOPE = ORDINARY_SCOPES.join(" ");

export function ended(world: World, call: Call): Promise<Ended> {
  return world.once("ended", () => end(world, call));
}

async function end(world: World, call: Call): Promise<Ended> {
  const owner = await world.account(call, "owner");
  const [signedOut, client] = [await world.newSession(call, owner), await world.application(call, "main")];
  const { access } = await world.newTokens(call, SCOPE);
  await world.ask(call, "logout", {}, session(signedOut));
  await world.ask(call, "revokeOauth2Token", { body: { token: access } }, basic(client));
  const [reset, deleted] = [await world.newApplication(call, owner), await world.newApplication(call, owner)];
  const code = await world.consent(call, owner, deleted, SCOPE);
  const { access: orphan } = await world.exchange(call, deleted, code);
  const confirmed = ({ id }: Client) => ({ path: { id }, body: { password: PASSWORD } });
  const by = session(owner.session);
  text(await world.ask(call, "resetBotToken", confirmed(reset), by), "token");
  text(await world.ask(call, "resetClientSecret", confirmed(reset), by), "client_secret");
  await world.ask(call, "deleteApplication", confirmed(deleted), by);
  return {
    ...{ session: signedOut, accessToken: access, botToken: reset.botToken, client: reset },
    ...{ orphan, orphanBot: deleted.botToken, orphanClient: deleted },
  };
}

/** Nothing that the world hands out afterwards is as old as this. */
export function expired(world: World, call: Call): Promise<Expired> {
  return world.once("expired", () => expire(world, call));
}

async function expire(world: World, call: Call): Promise<Expired> {
  const old = await world.newSession(call, await world.account(call, "owner"));
  const { access } = await world.newTokens(call, SCOPE);
  await world.advance(YEAR);
  return { session: old, accessToken: access };
}
