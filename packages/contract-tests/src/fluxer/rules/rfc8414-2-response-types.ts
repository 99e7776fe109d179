import { asArray } from "../../engine/json.ts";
import { CHALLENGE, sentBack } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 8414 2",
  "Every response type and challenge method that the metadata names works",
  async (kit) => {
    const metadata = await kit.metadata();
    for (const response_type of asArray(metadata.response_types_supported).map(String)) {
      const query = await kit.query({ response_type, prompt: "none" });
      await kit.authorize(query, sentBack("login_required"));
    }
    for (const method of asArray(metadata.code_challenge_methods_supported).map(String)) {
      const challenge = { ...CHALLENGE, code_challenge_method: method };
      await kit.authorize(await kit.query({ ...challenge, prompt: "none" }), sentBack("login_required"));
    }
  },
);
