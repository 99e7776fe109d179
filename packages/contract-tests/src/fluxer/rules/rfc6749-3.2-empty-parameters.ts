import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 3.2",
  "At the token endpoint a parameter without a value counts as omitted",
  async (kit) => {
    const expect = { status: [200], body: { scope: "bot" } };
    await kit.token({ grant_type: "client_credentials", scope: "", code_verifier: "" }, expect);
  },
);
