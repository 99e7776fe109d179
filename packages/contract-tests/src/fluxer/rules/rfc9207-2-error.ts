import { issuerOf } from "./issuer.ts";
import { answerOf, sentBack } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 9207 2", "An answer with an error names its issuer", async (kit) => {
  const issuer = await issuerOf(kit);
  for (const [fault, error] of [
    [{ prompt: "none" }, "login_required"],
    [{ response_type: "token" }, "unsupported_response_type"],
  ] as const) {
    const answer = answerOf(await kit.authorize(await kit.query(fault), sentBack(error)));
    if (answer?.getAll("iss").join() !== issuer)
      kit.wrong(`iss is ${answer?.get("iss")}, the issuer is ${issuer}`);
  }
});
