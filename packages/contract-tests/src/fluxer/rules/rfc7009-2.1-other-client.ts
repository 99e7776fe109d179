import { basic } from "../world/credentials.ts";
import { OK } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 7009 2.1", "A client cannot revoke another client's token", async (kit) => {
  const [{ access, refresh }, foreign] = [await kit.tokens(), await kit.foreign()];
  // 2.1 lets a server refuse; the document wants the answer of an unknown token, which tells the other client less.
  for (const token of [access, refresh]) {
    await kit.send("revokeOauth2Token", { body: { token } }, basic(foreign), OK);
  }
  await kit.use(access, OK);
  await kit.refresh(refresh, OK);
});
