import type { Authorization } from "../../engine/index.ts";
import { basic, bearer, bot } from "../world/credentials.ts";
import { OK, PAIR } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 9110 11.1", "The name of a scheme may be written in any case", async (kit) => {
  const [{ access }, client] = [await kit.tokens(), await kit.client()];
  const { botToken } = await kit.world.application(kit.call, "main");
  for (const write of [lower, upper]) {
    await kit.step("getCurrentOauth2User", {}, write(bearer(access)), OK);
    await kit.step("listCurrentUserApplications", {}, write(bot(botToken)), OK);
    await kit.token({ grant_type: "client_credentials" }, PAIR, write(basic(client)));
  }
});

const lower = (by: Authorization) => spelled(by, (scheme) => scheme.toLowerCase());
const upper = (by: Authorization) => spelled(by, (scheme) => scheme.toUpperCase());

function spelled({ headers }: Authorization, spell: (scheme: string) => string): Authorization {
  const value = headers?.authorization ?? "";
  return { headers: { authorization: value.replace(/^[A-Za-z]+/, spell) } };
}
