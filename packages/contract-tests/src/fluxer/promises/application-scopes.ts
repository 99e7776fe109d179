import { promise } from "./promise.ts";

const ORDINARY = ["identify", "email", "guilds", "connections", "bot"];

export default promise("Only a trusted application may ask for the scope admin", async (kit) => {
  const { id } = await kit.client();
  const ordinary = await kit.read("getPublicApplication", { path: { id } });
  kit.same("scopes", ordinary.scopes, ORDINARY);
  const trusted = kit.world.config.adminApplication?.client_id;
  if (trusted === undefined) return;
  const { scopes } = await kit.read("getPublicApplication", { path: { id: trusted } });
  kit.same("the scopes of the trusted application", scopes, [...ORDINARY, "admin"]);
});
