import { STATE } from "../world/world.ts";
import { answerOf, sentBack } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 4.1.2.1",
  "What is wrong with a request is told at the redirect URI, with its state",
  async (kit) => {
    const faults: [Record<string, string>, string][] = [
      [{ response_type: "token" }, "unsupported_response_type"],
      [{ scope: "everything" }, "invalid_scope"],
      [{ prompt: "conformance" }, "invalid_request"],
    ];
    for (const [fault, error] of faults) {
      const answer = answerOf(await kit.authorize(await kit.query(fault), sentBack(error)));
      if (answer?.get("state") !== STATE) kit.wrong(`${error} has another state than the request`);
    }
  },
);
