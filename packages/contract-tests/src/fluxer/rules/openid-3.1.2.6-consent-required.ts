import { answerOf } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "OpenID Connect Core 3.1.2.6",
  "Without asking, scopes that the user has not agreed to are consent_required",
  async (kit) => {
    const browser = await kit.browser();
    const scope = "identify email guilds connections";
    const { id } = await kit.world.newApplication(kit.call, await kit.owner());
    const query = await kit.query({ client_id: id, scope, prompt: "none" });
    const error = answerOf(await browser.authorize(query))?.get("error");
    if (error !== "consent_required") kit.wrong(`the error is ${error}`);
  },
);
