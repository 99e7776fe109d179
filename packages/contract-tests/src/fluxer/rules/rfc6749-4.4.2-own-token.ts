import { text } from "../world/ask.ts";
import { PAIR } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 4.4.2",
  "A client gets a token in its own name, by authenticating",
  async (kit) => {
    const { id } = await kit.client();
    const token = text(await kit.token({ grant_type: "client_credentials" }, PAIR), "access_token");
    await kit.introspect(token, { status: [200], body: { active: true, sub: id, client_id: id } });
  },
);
