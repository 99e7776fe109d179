import { answerOf, sentBack } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 9700 2.1.2", "No token is given at the authorization endpoint", async (kit) => {
  const browser = await kit.browser();
  await kit.code({ scope: "identify" });
  for (const response_type of ["token", "code token", "id_token token"]) {
    const query = await kit.query({ response_type, prompt: "none" });
    const expect = sentBack("unsupported_response_type", "invalid_request", "unauthorized_client");
    await kit.authorize(query, expect);
    if (answerOf(await browser.authorize(query))?.has("access_token")) kit.wrong("the redirect has a token");
  }
});
