import { asArray } from "../../engine/json.ts";
import { PAIR } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 8414 2", "Every grant type that the metadata names works", async (kit) => {
  const { grant_types_supported } = await kit.metadata();
  const works: Readonly<Record<string, () => Promise<unknown>>> = {
    authorization_code: async () => kit.exchange(await kit.code(), PAIR),
    refresh_token: async () => kit.refresh((await kit.tokens()).refresh, PAIR),
    client_credentials: () => kit.token({ grant_type: "client_credentials" }, PAIR),
  };
  for (const type of asArray(grant_types_supported)) {
    const attempt = works[String(type)];
    if (attempt) await attempt();
    else kit.wrong(`the metadata names the grant type ${type}, which the document has not`);
  }
});
