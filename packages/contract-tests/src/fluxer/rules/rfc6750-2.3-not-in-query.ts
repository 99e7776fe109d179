import { rule } from "./rule.ts";

export default rule("RFC 6750 2.3", "An access token is not taken in the query", async (kit) => {
  const { access } = await kit.tokens();
  const query = { access_token: access };
  for (const id of ["getCurrentOauth2User", "getOauth2UserInformation", "getCurrentUser"]) {
    await kit.send(id, { query }, undefined, { status: [400, 401] });
  }
});
