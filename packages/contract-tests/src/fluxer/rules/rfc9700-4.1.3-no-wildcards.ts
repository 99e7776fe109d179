import { session } from "../world/credentials.ts";
import { rule } from "./rule.ts";

const WILD = ["https://*.client.example/callback", "https://*/callback", "http://client.example/callback"];

export default rule(
  "RFC 9700 4.1.3",
  "A redirect URI with a wildcard, or over plain http elsewhere, is not registered",
  async (kit) => {
    const { session: token } = await kit.owner();
    for (const uri of WILD) {
      const body = { name: "Conformance", redirect_uris: [uri] };
      await kit.send("createOauth2Application", { body }, session(token), { status: [400] });
    }
  },
);
