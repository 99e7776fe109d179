import { asObject } from "../../engine/json.ts";
import { promise } from "./promise.ts";

export default promise(
  "The authorizations are one for each application, the latest agreement first, with every scope agreed to",
  async (kit) => {
    const [owner, user] = [await kit.somebody("owner_of_two"), await kit.somebody("user")];
    const first = await kit.world.newApplication(kit.call, owner);
    const second = await kit.world.newApplication(kit.call, owner);
    const agreements = [
      [first, "email identify"],
      [second, "identify"],
      [first, "guilds"],
    ] as const;
    for (const [client, scope] of agreements) {
      await kit.world.consent(kit.call, user, client, scope);
      await kit.moment();
    }
    const seen = async () => {
      const listed = await kit.list("listUserOauth2Authorizations", {}, user.by);
      const times = listed.map(({ authorized_at }) => Date.parse(String(authorized_at)));
      const isSorted = times.every((time, index) => index === 0 || time < (times[index - 1] ?? 0));
      if (!isSorted) kit.wrong("the latest agreement does not stand first");
      return listed.map(({ application, scopes }) => [asObject(application).id, scopes]);
    };
    const [all, few] = [["identify", "email", "guilds"], ["identify"]];
    kit.same("the list", await seen(), [
      [first.id, all],
      [second.id, few],
    ]);
    // To agree to the same again is the latest agreement.
    await kit.world.consent(kit.call, user, second, "identify");
    kit.same("the list", await seen(), [
      [second.id, few],
      [first.id, all],
    ]);
    kit.same("the owner's list", await kit.list("listUserOauth2Authorizations", {}, owner.by), []);
  },
);
