import { asArray } from "../../engine/json.ts";
import { rule } from "./rule.ts";

export default rule("RFC 9700 2.1.1", "The server takes PKCE and says so in its metadata", async (kit) => {
  const { code_challenge_methods_supported } = await kit.metadata();
  if (!asArray(code_challenge_methods_supported).includes("S256"))
    kit.wrong("the metadata does not name S256");
});
