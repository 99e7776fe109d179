import { asString } from "../../engine/json.ts";
import { rule } from "./rule.ts";

export default rule("RFC 8414 2", "The issuer is a URL without query or fragment", async (kit) => {
  const issuer = asString((await kit.metadata()).issuer) ?? "";
  // https is for the operator: a server on the caller's own machine has http.
  if (!/^https?:\/\/[^?#]+$/.test(issuer) || !URL.canParse(issuer)) kit.wrong(`the issuer is ${issuer}`);
});
