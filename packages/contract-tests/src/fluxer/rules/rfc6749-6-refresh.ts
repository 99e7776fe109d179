import { text } from "../world/ask.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 6",
  "A refresh token gives a new access token with the same scopes",
  async (kit) => {
    const { access, refresh } = await kit.tokens();
    const given = await kit.refresh(refresh, { status: [200], body: { scope: "identify email" } });
    if (text(given, "access_token") === access) kit.wrong("the access token is the old one");
    await kit.use(text(given, "access_token"), { status: [200], body: { scopes: [["identify", "email"]] } });
  },
);
