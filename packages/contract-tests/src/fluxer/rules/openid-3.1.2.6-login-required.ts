import { sentBack } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "OpenID Connect Core 3.1.2.6",
  "Without asking, nobody signed in is login_required",
  async (kit) => {
    await kit.authorize(await kit.query({ prompt: "none" }), sentBack("login_required"));
  },
);
