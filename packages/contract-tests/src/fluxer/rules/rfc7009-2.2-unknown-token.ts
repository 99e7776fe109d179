import { rule } from "./rule.ts";

export default rule("RFC 7009 2.2", "A token that does not work is revoked already: 200", async (kit) => {
  await kit.revoke("conformance-unknown");
  const { access } = await kit.tokens();
  await kit.revoke(access);
  await kit.revoke(access);
});
