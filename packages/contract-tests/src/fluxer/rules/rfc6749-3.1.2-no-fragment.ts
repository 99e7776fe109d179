import { session } from "../world/credentials.ts";
import { rule } from "./rule.ts";

const WRONG = ["https://client.example/callback#part", "/callback", "client.example/callback"];

export default rule(
  "RFC 6749 3.1.2",
  "A redirect URI is absolute and has no fragment, or it is not registered",
  async (kit) => {
    const { session: token } = await kit.owner();
    for (const uri of WRONG) {
      const body = { name: "Conformance", redirect_uris: [uri] };
      await kit.send("createOauth2Application", { body }, session(token), { status: [400] });
    }
  },
);
