import { NOT_SENT } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 3.1.2.4",
  "Nothing is ever sent to a redirect URI that is not the client's",
  async (kit) => {
    const unknown = { client_id: kit.world.random.digits(18) };
    const elsewhere = { redirect_uri: "https://evil.example/callback" };
    for (const fault of [unknown, elsewhere, { redirect_uri: undefined }]) {
      for (const more of [{}, { prompt: "none" }, { response_type: "token" }, { scope: "everything" }]) {
        await kit.authorize(await kit.query({ ...more, ...fault }), NOT_SENT);
      }
    }
  },
);
