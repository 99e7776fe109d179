import { text } from "../world/ask.ts";
import { session } from "../world/credentials.ts";
import { OK } from "./kit.ts";
import { rule } from "./rule.ts";

const URI = "https://client.example/callback?kept=a%2Fb";

export default rule("RFC 6749 3.1.2", "The query of a registered redirect URI is kept", async (kit) => {
  const owner = await kit.owner();
  const { id } = await kit.world.newApplication(kit.call, owner, { redirect_uris: [URI] });
  const body = { client_id: id, redirect_uri: URI, response_type: "code", scope: "identify" };
  const agreed = await kit.step("grantOauth2Consent", { body }, session(owner.session), OK);
  const answer = URL.parse(text(agreed, "redirect_to"))?.searchParams;
  if (answer?.get("kept") !== "a/b" || !answer.has("code"))
    kit.wrong("redirect_to lost the registered query");
  const sent = await kit.authorize({ ...body, prompt: "none" }, { status: [302, 303] });
  const refused = URL.parse(sent.response.headers.get("location") ?? "")?.searchParams;
  if (refused?.get("kept") !== "a/b" || !refused.has("error"))
    kit.wrong("the redirect lost the registered query");
});
