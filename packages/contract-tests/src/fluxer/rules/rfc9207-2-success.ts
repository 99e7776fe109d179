import { issuerOf } from "./issuer.ts";
import { answerOf } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 9207 2", "An answer with a code names its issuer", async (kit) => {
  const issuer = await issuerOf(kit);
  const browser = await kit.browser();
  await kit.code({ scope: "identify" });
  const answer = answerOf(await browser.authorize({ ...(await kit.query()), prompt: "none" }));
  if (!answer?.has("code")) return kit.wrong("there is no code though the user has agreed to these scopes");
  if (answer.getAll("iss").join() !== issuer)
    kit.wrong(`iss is ${answer.get("iss")}, the issuer is ${issuer}`);
});
