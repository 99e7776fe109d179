import type { Authorization, RequestParts } from "../../engine/index.ts";
import { asArray, asObject, type JsonObject } from "../../engine/json.ts";
import { CHALLENGE } from "../rules/kit.ts";
import { PASSWORD, REDIRECT_URI } from "../world/world.ts";
import { type PromiseKit, promise } from "./promise.ts";

const { code_challenge, code_challenge_method } = CHALLENGE;

/** Valid by the schema, and wrong; with the member that is to blame. */
const CONSENTS: readonly [fault: JsonObject, path: string][] = [
  [{ redirect_uri: undefined }, "redirect_uri"],
  [{ redirect_uri: `${REDIRECT_URI}/` }, "redirect_uri"],
  [{ scope: "everything" }, "scope"],
  [{ scope: "admin" }, "scope"],
  [{ code_challenge_method }, "code_challenge"],
  [{ code_challenge }, "code_challenge_method"],
];

const REFUSED = { status: [400], body: { code: "INVALID_FORM_BODY" } };
const UNUSABLE = "https://client.example:99999/callback";

export default promise("An error names the member that is to blame, by its path", async (kit) => {
  const { by, ...owner } = await kit.somebody("mistaken");
  const { id } = await kit.world.newApplication(kit.call, { ...owner });
  const usual = { client_id: id, redirect_uri: REDIRECT_URI, scope: "identify" };
  for (const [fault, path] of CONSENTS)
    await blames(kit, "grantOauth2Consent", { body: { ...usual, ...fault } }, by, path);
  const redirect_uris = [REDIRECT_URI, UNUSABLE];
  const created = { body: { name: "Conformance", redirect_uris } };
  await blames(kit, "createOauth2Application", created, by, "redirect_uris.1");
  await blames(kit, "updateApplication", { path: { id }, body: { redirect_uris } }, by, "redirect_uris.1");
  for (const member of ["avatar", "banner"]) {
    const body = { [member]: "QUJD" };
    await blames(kit, "updateBotProfile", { path: { id }, body }, by, member);
  }
  const body = { password: `${PASSWORD}!` };
  for (const operation of ["resetClientSecret", "resetBotToken", "deleteApplication"])
    await blames(kit, operation, { path: { id }, body }, by, "password");
});

async function blames(
  kit: PromiseKit,
  operation: string,
  parts: RequestParts,
  by: Authorization,
  path: string,
): Promise<void> {
  const { errors } = await kit.step(operation, parts, by, REFUSED);
  const paths = asArray(errors).map((each) => asObject(each).path);
  if (!paths.includes(path)) kit.wrong(`${operation} blames ${JSON.stringify(paths)}, expected ${path}`);
}
