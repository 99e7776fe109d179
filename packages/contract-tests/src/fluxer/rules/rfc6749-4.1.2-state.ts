import { STATE } from "../world/world.ts";
import { answerOf } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 4.1.2",
  "A code comes with the state of the request, character for character",
  async (kit) => {
    const query = await kit.query();
    const browser = await kit.browser();
    await kit.code({ scope: query.scope, state: STATE });
    const answer = answerOf(await browser.authorize({ ...query, prompt: "none" }));
    if (!answer?.get("code")) return kit.wrong("there is no code though the user has agreed to these scopes");
    if (answer.get("state") !== STATE) kit.wrong(`the state is ${JSON.stringify(answer.get("state"))}`);
  },
);
