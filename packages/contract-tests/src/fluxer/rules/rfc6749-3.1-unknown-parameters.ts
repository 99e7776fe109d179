import { sentBack } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 3.1",
  "The authorization endpoint ignores parameters it does not know",
  async (kit) => {
    await kit.authorize(await kit.query({ prompt: "none", conformance: "1" }), sentBack("login_required"));
  },
);
