import { sentBack } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 3.1.1",
  "A response type that is missing or not understood is an error",
  async (kit) => {
    const missing = await kit.query({ response_type: undefined });
    await kit.authorize(missing, sentBack("invalid_request"));
    const unknown = await kit.query({ response_type: "conformance" });
    await kit.authorize(unknown, sentBack("unsupported_response_type"));
  },
);
