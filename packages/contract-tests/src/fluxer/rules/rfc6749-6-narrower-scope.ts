import { text } from "../world/ask.ts";
import { bearer } from "../world/credentials.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 6",
  "A refresh for fewer scopes gives these alone, and the refresh token keeps all",
  async (kit) => {
    const { refresh } = await kit.tokens();
    const few = await kit.refresh(
      refresh,
      { status: [200], body: { scope: "identify" } },
      { scope: "identify" },
    );
    const by = bearer(text(few, "access_token"));
    await kit.step("getCurrentUser", {}, by, { status: [200], body: { email: undefined } });
    await kit.refresh(text(few, "refresh_token"), { status: [200], body: { scope: "identify email" } });
  },
);
