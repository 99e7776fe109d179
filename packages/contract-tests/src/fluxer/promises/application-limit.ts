import { promise } from "./promise.ts";

const MOST = 25;

export default promise(`An account owns at most ${MOST} applications`, async (kit) => {
  const owner = await kit.somebody("collector");
  for (let made = 0; made < MOST; made++) await kit.world.newApplication(kit.call, owner);
  const refused = { status: [400], body: { code: "MAX_APPLICATIONS" } };
  await kit.step("createOauth2Application", { body: { name: "One too many" } }, owner.by, refused);
});
