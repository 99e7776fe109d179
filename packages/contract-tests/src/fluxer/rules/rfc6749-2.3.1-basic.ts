import { PAIR } from "./kit.ts";
import { rule } from "./rule.ts";

/** Every character as a percent-encoded byte, which form-encoding allows and some clients do. */
function encodeAll(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
}

export default rule("RFC 6749 2.3.1", "Client id and secret in HTTP Basic are form-decoded", async (kit) => {
  const { id, secret } = await kit.client();
  const authorization = `Basic ${btoa(`${encodeAll(id)}:${encodeAll(secret)}`)}`;
  await kit.token({ grant_type: "client_credentials" }, PAIR, { headers: { authorization } });
});
