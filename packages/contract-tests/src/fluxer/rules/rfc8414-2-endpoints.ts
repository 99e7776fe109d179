import { asString } from "../../engine/json.ts";
import { rule } from "./rule.ts";

/** Each with what it answers to an empty request, which shows that it is there. */
const ENDPOINTS: Readonly<Record<string, [method: string, ...statuses: number[]]>> = {
  authorization_endpoint: ["GET", 400],
  token_endpoint: ["POST", 400, 401, 415],
  revocation_endpoint: ["POST", 400, 401, 415],
  introspection_endpoint: ["POST", 400, 401, 415],
  userinfo_endpoint: ["GET", 401],
};

export default rule(
  "RFC 8414 2",
  "Every endpoint that the metadata names is there, at the issuer",
  async (kit) => {
    const metadata = await kit.metadata();
    const issuer = asString(metadata.issuer) ?? "";
    for (const [name, [method, ...status]] of Object.entries(ENDPOINTS)) {
      const address = asString(metadata[name]) ?? "";
      if (!address.startsWith(`${issuer.replace(/\/$/, "")}/`)) kit.wrong(`${name} is not at the issuer`);
      else
        await kit.call.stray({
          method,
          path: address.slice(issuer.replace(/\/$/, "").length),
          expect: { status },
        });
    }
  },
);
