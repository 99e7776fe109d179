import { answerOf, sentBack } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 4.1.2.1",
  "An error description has none but printable ASCII characters",
  async (kit) => {
    const query = await kit.query({ scope: "\u00e9verything\u0007" });
    const answer = answerOf(await kit.authorize(query, sentBack("invalid_scope", "invalid_request")));
    const description = answer?.get("error_description") ?? "";
    if (!/^[\x20\x21\x23-\x5b\x5d-\x7e]*$/.test(description))
      kit.wrong("error_description has other characters");
  },
);
