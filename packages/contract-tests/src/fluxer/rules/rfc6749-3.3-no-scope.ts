import { sentBack } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 3.3",
  "Without a scope and without a default the request fails",
  async (kit) => {
    await kit.authorize(await kit.query({ scope: undefined }), sentBack("invalid_scope", "invalid_request"));
  },
);
