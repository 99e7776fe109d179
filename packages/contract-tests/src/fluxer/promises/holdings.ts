import { INACTIVE, INVALID_TOKEN } from "../flows/steps.ts";
import { refused } from "../rules/kit.ts";
import { text } from "../world/ask.ts";
import { basic, type Client } from "../world/credentials.ts";
import type { Account } from "../world/world.ts";
import type { PromiseKit } from "./promise.ts";

/** What an application holds of one user: a pair of tokens, and a code that nobody has spent. */
export interface Holdings {
  client: Client;
  access: string;
  refresh: string;
  code: string;
}

export async function hold(kit: PromiseKit, user: Account, client: Client): Promise<Holdings> {
  const consent = () => kit.world.consent(kit.call, user, client, "identify");
  const { access, refresh = "" } = await kit.world.exchange(kit.call, client, await consent());
  return { client, access, refresh, code: await consent() };
}

export async function mustLive(kit: PromiseKit, { client, access, refresh }: Holdings): Promise<void> {
  const active = { status: [200], body: { active: true } };
  await kit.use(access, { status: [200] });
  for (const token of [access, refresh]) await kit.introspect(token, active, basic(client));
}

/** By another secret of the client's, where its own has ended. */
export async function mustBeDead(
  kit: PromiseKit,
  { client, access, refresh, code }: Holdings,
  secret = client.secret,
): Promise<void> {
  const by = basic({ id: client.id, secret });
  await kit.use(access, INVALID_TOKEN);
  for (const token of [access, refresh]) await kit.introspect(token, INACTIVE, by);
  await kit.exchange(code, refused("invalid_grant"), {}, by);
  await kit.refresh(refresh, refused("invalid_grant"), {}, by);
}

/** The client's own token. */
export async function ownToken(kit: PromiseKit, client: Client): Promise<string> {
  const given = await kit.token({ grant_type: "client_credentials" }, { status: [200] }, basic(client));
  return text(given, "access_token");
}
