import { NOT_SENT, sentBack } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 3.1",
  "A repeated parameter of an authorization request is refused",
  async (kit) => {
    const query = await kit.query();
    const twice = (name: string) => ({ ...query, [name]: [query[name] ?? "", query[name] ?? ""] });
    for (const name of ["response_type", "scope", "state"]) {
      await kit.authorize(twice(name), sentBack("invalid_request"));
    }
    // Of two targets neither can be trusted.
    for (const name of ["client_id", "redirect_uri"]) await kit.authorize(twice(name), NOT_SENT);
  },
);
