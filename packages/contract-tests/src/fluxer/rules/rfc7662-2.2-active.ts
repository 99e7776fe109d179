import { text } from "../world/ask.ts";
import { PAIR } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 7662 2.2",
  "An active token is described as it was given: client, user, scopes, lifetime",
  async (kit) => {
    const [{ id: client_id }, { id: sub }] = [await kit.client(), await kit.owner()];
    const given = await kit.exchange(await kit.code(), PAIR);
    const body = { active: true, client_id, sub, scope: "identify email", token_type: "Bearer" };
    const told = await kit.introspect(text(given, "access_token"), { status: [200], body });
    if (Number(told.exp) - Number(told.iat) !== given.expires_in)
      kit.wrong("exp is not expires_in after iat");
    const refresh = { active: true, client_id, sub, scope: "identify email" };
    await kit.introspect(text(given, "refresh_token"), { status: [200], body: refresh });
  },
);
