import { text } from "../world/ask.ts";
import { session } from "../world/credentials.ts";
import { REDIRECT_URI } from "../world/world.ts";
import { type Kit, OK } from "./kit.ts";

/** Where an application is sent to that registered a redirect URI with this query: with a code, and with an error. */
export async function registered(
  kit: Kit,
  query: string,
  state: string | undefined,
): Promise<{ agreed: string; refused: string }> {
  const owner = await kit.owner();
  const redirect_uri = `${REDIRECT_URI}?${query}`;
  const { id } = await kit.world.newApplication(kit.call, owner, { redirect_uris: [redirect_uri] });
  const body = {
    client_id: id,
    redirect_uri,
    response_type: "code",
    scope: "identify",
    ...(state !== undefined && { state }),
  };
  const agreed = await kit.step("grantOauth2Consent", { body }, session(owner.session), OK);
  const sent = await kit.authorize({ ...body, prompt: "none" }, { status: [302, 303] });
  return {
    agreed: text(agreed, "redirect_to"),
    refused: sent.response.headers.get("location") ?? "",
  };
}
