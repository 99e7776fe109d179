import { CHALLENGE, sentBack } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 7636 4.4.1",
  "A challenge that cannot be used, or a method that is not offered, is an invalid_request",
  async (kit) => {
    const { code_challenge } = CHALLENGE;
    for (const wrong of [
      { code_challenge, code_challenge_method: "S512" },
      // 4.2: the SHA-256 of the verifier is 43 characters of Base64url without padding.
      ...["conformance", `${code_challenge}A`, `${code_challenge}=`, code_challenge.replace(/./, "+")].map(
        (text) => ({ code_challenge: text, code_challenge_method: "S256" }),
      ),
      { code_challenge_method: "S256" },
    ]) {
      await kit.authorize(await kit.query({ ...wrong, prompt: "none" }), sentBack("invalid_request"));
    }
  },
);
