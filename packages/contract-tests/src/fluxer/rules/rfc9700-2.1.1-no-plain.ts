import { sentBack, VERIFIER } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 9700 2.1.1",
  "A challenge that shows the verifier, as plain does, is refused",
  async (kit) => {
    const plain = await kit.query({
      code_challenge: VERIFIER,
      code_challenge_method: "plain",
      prompt: "none",
    });
    await kit.authorize(plain, sentBack("invalid_request"));
    // RFC 7636 4.3: an absent method means plain.
    await kit.authorize(
      await kit.query({ code_challenge: VERIFIER, prompt: "none" }),
      sentBack("invalid_request"),
    );
  },
);
