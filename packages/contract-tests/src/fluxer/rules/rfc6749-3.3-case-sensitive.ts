import { refused, sentBack } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 3.3",
  "Scopes are told apart by case and separated by single spaces",
  async (kit) => {
    for (const scope of ["Identify", "identify,email", "identify\temail"]) {
      await kit.authorize(await kit.query({ scope }), sentBack("invalid_scope", "invalid_request"));
      const grant = { grant_type: "client_credentials", scope };
      await kit.token(grant, refused(["invalid_scope", "invalid_request"]));
    }
  },
);
