import { answerOf, sentBack } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 3.1",
  "At the authorization endpoint a parameter without a value counts as omitted",
  async (kit) => {
    const query = await kit.query({ prompt: "none", state: "" });
    const answer = answerOf(await kit.authorize(query, sentBack("login_required")));
    if (answer?.has("state")) kit.wrong("an empty state came back as if there had been one");
    await kit.authorize(await kit.query({ response_type: "" }), sentBack("invalid_request"));
  },
);
