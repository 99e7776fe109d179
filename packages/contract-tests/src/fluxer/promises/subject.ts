import { asObject, type JsonObject } from "../../engine/json.ts";
import { INACTIVE } from "../flows/steps.ts";
import { text } from "../world/ask.ts";
import { basic, bearer, session } from "../world/credentials.ts";
import { ownToken } from "./holdings.ts";
import { type PromiseKit, promise } from "./promise.ts";

const PROFILE = ["id", "username", "discriminator", "global_name", "avatar", "flags"];
const PRIVATE = ["email", "verified"];

export default promise(
  "Everything that an access token opens shows the same user, and the address with the scope email only",
  async (kit) => {
    const owner = await kit.owner();
    const account = await kit.read("getCurrentUser", {}, session(owner.session));
    for (const scope of ["identify", "identify email"]) {
      const { access } = await kit.tokens(scope);
      const wanted = { ...pick(account, PROFILE), ...pick(scope.includes("email") ? account : {}, PRIVATE) };
      const information = await kit.read("getOauth2UserInformation", {}, bearer(access));
      kit.shows("getOauth2UserInformation", information, { sub: owner.id, ...wanted });
      const current = await kit.read("getCurrentOauth2User", {}, bearer(access));
      kit.shows("getCurrentOauth2User", asObject(current.user), {
        ...wanted,
        bot: undefined,
        system: undefined,
      });
      await compareWithIntrospection(kit, access, current, text(account, "username"));
    }
  },
);

/** The same token by the two operations that describe it. */
async function compareWithIntrospection(
  kit: PromiseKit,
  access: string,
  { scopes, expires }: JsonObject,
  username: string,
): Promise<void> {
  const told = await kit.introspect(access, { status: [200], body: { active: true, username } });
  kit.same("the scope of the introspection", String(told.scope).split(" "), scopes);
  kit.same("exp", told.exp, Math.floor(Date.parse(String(expires)) / 1000));
}

export const botSubject = promise("A client's own token acts for its bot", async (kit) => {
  const client = await kit.client();
  const grant = { grant_type: "client_credentials", scope: "bot identify guilds" };
  const given = await kit.token(grant, { status: [200], body: { scope: "identify guilds bot" } });
  const token = text(given, "access_token");
  const { user, scopes } = await kit.read("getCurrentOauth2User", {}, bearer(token));
  kit.same("scopes", scopes, ["identify", "guilds", "bot"]);
  kit.shows("the user", asObject(user), { id: client.id, bot: true, email: undefined });
  const { username } = asObject(user);
  await kit.introspect(token, { status: [200], body: { sub: client.id, username, scope: given.scope } });
  const information = await kit.read("getOauth2UserInformation", {}, bearer(token));
  kit.shows("getOauth2UserInformation", information, { sub: client.id, username, email: undefined });
  const without = await kit.read("getCurrentOauth2User", {}, bearer(await ownToken(kit, client)));
  kit.shows("a token without identify", without, { user: undefined, scopes: ["bot"] });
  await kit.introspect(token, INACTIVE, basic(await kit.foreign()));
});

function pick(body: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, body[name]]));
}
