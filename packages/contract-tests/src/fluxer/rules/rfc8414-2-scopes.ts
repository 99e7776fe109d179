import { asArray } from "../../engine/json.ts";
import { sentBack } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 8414 2", "Every scope that the metadata names can be asked for", async (kit) => {
  for (const scope of asArray((await kit.metadata()).scopes_supported).map(String)) {
    // The operator's choice of applications decides about this one.
    if (scope === "admin") continue;
    await kit.authorize(await kit.query({ scope, prompt: "none" }), sentBack("login_required"));
  }
});
