import { text } from "../world/ask.ts";
import { promise } from "./promise.ts";

export default promise(
  "The caller's applications are listed oldest first, and nobody else's",
  async (kit) => {
    const [owner, other] = [await kit.somebody("lister"), await kit.somebody("other_lister")];
    const ids: string[] = [];
    for (const account of [owner, other, owner, owner]) {
      const { id } = await kit.world.newApplication(kit.call, account);
      if (account === owner) ids.push(id);
      await kit.moment();
    }
    for (const operation of ["listUserApplications", "listUserApplicationsAlias"]) {
      const listed = await kit.list(operation, {}, owner.by);
      kit.same(
        "the list",
        listed.map(({ id }) => id),
        ids,
      );
      for (const each of listed) {
        const alone = await kit.read("getApplication", { path: { id: text(each, "id") } }, owner.by);
        kit.same("the application in the list", each, alone);
      }
    }
  },
);
