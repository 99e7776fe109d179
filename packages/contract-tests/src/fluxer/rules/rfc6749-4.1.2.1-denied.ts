import { STATE } from "../world/world.ts";
import { answerOf } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 4.1.2.1",
  "A user who refuses is told to the client as access_denied",
  async (kit) => {
    const browser = await kit.browser();
    const query = await kit.query({ prompt: "consent", scope: "identify guilds" });
    const answer = answerOf(await browser.decide(query, "deny"));
    if (answer?.get("error") !== "access_denied" || answer.has("code"))
      kit.wrong("the refusal did not reach the redirect URI as access_denied");
    if (answer?.get("state") !== STATE) kit.wrong("the refusal has another state than the request");
  },
);
