import { basic } from "../world/credentials.ts";
import { PAIR, refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 6",
  "A refresh token is bound to its client, which authenticates",
  async (kit) => {
    const { refresh } = await kit.tokens();
    await kit.refresh(refresh, refused("invalid_grant"), {}, basic(await kit.foreign()));
    const { id } = await kit.client();
    await kit.refresh(refresh, refused("invalid_client", 401), { client_id: id }, {});
    await kit.refresh(refresh, PAIR);
  },
);
