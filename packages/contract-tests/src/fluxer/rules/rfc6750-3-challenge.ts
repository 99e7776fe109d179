import { challenge } from "../policy.ts";
import { rule } from "./rule.ts";

const { is, holds } = challenge("Bearer");

export default rule(
  "RFC 6750 3",
  "A request without a token is challenged with Bearer, and no error is named",
  async (kit) => {
    const unnamed = {
      is: `${is} without an error`,
      holds: (text: string) => holds(text) && !text.includes("error="),
    };
    const expect = { status: [401], headers: { "www-authenticate": unnamed } };
    for (const id of ["getCurrentOauth2User", "getOauth2UserInformation"]) {
      await kit.send(id, {}, undefined, expect);
    }
  },
);
