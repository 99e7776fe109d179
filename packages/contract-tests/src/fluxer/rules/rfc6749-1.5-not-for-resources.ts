import { INVALID_TOKEN } from "../flows/steps.ts";
import { rule } from "./rule.ts";

export default rule("RFC 6749 1.5", "A refresh token or a code opens no resource", async (kit) => {
  await kit.use((await kit.tokens()).refresh, INVALID_TOKEN);
  await kit.use(await kit.code(), INVALID_TOKEN);
});
