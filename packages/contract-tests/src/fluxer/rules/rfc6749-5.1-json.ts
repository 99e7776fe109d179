import type { Expectation } from "../../engine/index.ts";
import { rule } from "./rule.ts";

const isJson = (text: string) => /^application\/json(?:$|;)/i.test(text);

function json(status: number): Expectation {
  return { status: [status], headers: { "content-type": { is: "application/json", holds: isJson } } };
}

export default rule("RFC 6749 5.1", "Tokens and errors are told as application/json", async (kit) => {
  await kit.token({ grant_type: "client_credentials" }, json(200));
  await kit.token({ grant_type: "conformance" }, json(400));
  await kit.token({ grant_type: "client_credentials" }, json(401), {});
});
