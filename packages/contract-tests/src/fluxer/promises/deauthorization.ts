import { asObject } from "../../engine/json.ts";
import { GONE } from "../flows/steps.ts";
import { hold, mustBeDead, mustLive, ownToken } from "./holdings.ts";
import { promise } from "./promise.ts";

export default promise(
  "Who deauthorizes an application takes everything of theirs from it, and nothing of anyone else's",
  async (kit) => {
    const [user, other] = [await kit.somebody("user"), await kit.somebody("other_user")];
    const client = await kit.world.newApplication(kit.call, other);
    const foreign = await kit.world.newApplication(kit.call, other);
    const held = await hold(kit, user, client);
    const kept = [await hold(kit, other, client), await hold(kit, user, foreign)];
    const own = await ownToken(kit, client);
    const path = { applicationId: client.id };
    await kit.step("deauthorizeApplication", { path }, user.by, GONE);
    await mustBeDead(kit, held);
    for (const each of kept) await mustLive(kit, each);
    await kit.use(own, { status: [200] });
    for (const [account, left] of [
      [user, foreign],
      [other, client],
    ] as const) {
      const listed = await kit.list("listUserOauth2Authorizations", {}, account.by);
      kit.same(
        "the list",
        listed.map(({ application }) => asObject(application).id),
        [left.id],
      );
    }
    const unknown = { status: [404], body: { code: "UNKNOWN_APPLICATION" } };
    await kit.step("deauthorizeApplication", { path }, user.by, unknown);
    await mustLive(kit, await hold(kit, user, client));
  },
);
