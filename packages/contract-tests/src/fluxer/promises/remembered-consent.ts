import { createBrowser } from "../browser/browser.ts";
import { GONE } from "../flows/steps.ts";
import { answerOf, OK, sentBack } from "../rules/kit.ts";
import { promise } from "./promise.ts";

export default promise(
  "Whoever has agreed to these scopes before is not asked again, until they take it back",
  async (kit) => {
    const [owner, user] = [await kit.somebody("owner"), await kit.somebody("user")];
    const client = await kit.world.newApplication(kit.call, owner);
    const browser = createBrowser(kit.spec, kit.call, await kit.world.browserOf(kit.call, user, client));
    const asked = async (scope: string, more = {}) =>
      browser.authorize(await kit.query({ client_id: client.id, scope, prompt: "none", ...more }));
    const mustAsk = async (scope: string) => {
      const { headers } = sentBack("consent_required");
      const told = (await asked(scope)).response.headers.get("location") ?? "";
      if (!headers?.location?.holds(told)) kit.wrong(`for ${scope} there is no consent_required`);
    };
    await mustAsk("identify");
    // What somebody else agreed to is nobody else's agreement.
    await kit.world.consent(kit.call, owner, client, "identify email");
    await mustAsk("identify");
    await kit.world.consent(kit.call, user, client, "identify email");
    for (const scope of ["identify email", "identify", "email identify"]) {
      const code = answerOf(await asked(scope))?.get("code");
      if (!code) kit.wrong(`for ${scope} there is no code though the user has agreed to more`);
      else await kit.exchange(code, OK, {}, { body: { client_id: client.id, client_secret: client.secret } });
    }
    await mustAsk("identify guilds");
    const again = await asked("identify", { prompt: "consent" });
    if (again.response.status !== 200) kit.wrong("prompt=consent did not ask");
    const path = { applicationId: client.id };
    await kit.step("deauthorizeApplication", { path }, user.by, GONE);
    await mustAsk("identify");
  },
);
