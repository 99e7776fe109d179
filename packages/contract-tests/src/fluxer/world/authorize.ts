import type { Alternative, Authorization, Call, Operation } from "../../engine/index.ts";
import { isForClients } from "../policy.ts";
import { basic, bearer, bot, inBody, session } from "./credentials.ts";
import type { World } from "./world.ts";

/** Good credentials for one of the document's security schemes: the owner's, and the main application's. */
export async function authorize(
  world: World,
  call: Call,
  operation: Operation,
  alternative: Alternative,
): Promise<Authorization> {
  const [scheme] = Object.entries(alternative);
  const client = () => world.application(call, "main");
  if (!scheme) return isForClients(operation) ? inBody(await client()) : {};
  const [name, scopes] = scheme;
  switch (name) {
    case "session":
      return session((await world.account(call, "owner")).session);
    case "accessToken":
      return bearer(await world.accessToken(call, scopes));
    case "botToken":
      return bot((await client()).botToken);
    case "clientBasic":
      return basic(await client());
    default:
      throw new Error(`${name} is a security scheme that the suite does not know`);
  }
}
