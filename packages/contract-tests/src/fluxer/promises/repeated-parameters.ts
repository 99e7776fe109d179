import { NOT_SENT, sentBack } from "../rules/kit.ts";
import { promise } from "./promise.ts";

/** In order, so that nothing but the repetition is wrong. */
const VALUES: Readonly<Record<string, string>> = {
  prompt: "none",
  permissions: "2048",
  guild_id: "1465923900000000000",
  code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
  code_challenge_method: "S256",
};

const WRONG: readonly Readonly<Record<string, string>>[] = [
  { permissions: "18446744073709551616" },
  { permissions: "-1" },
  { permissions: "0x10" },
  { guild_id: "conformance" },
  { guild_id: "9223372036854775808" },
  { prompt: "login" },
];

export default promise("Every documented parameter is taken once, and held to its form", async (kit) => {
  const query = await kit.query({ ...VALUES });
  await kit.authorize(query, sentBack("login_required"));
  for (const [name, value] of Object.entries(VALUES))
    await kit.authorize({ ...query, [name]: [value, value] }, sentBack("invalid_request"));
  for (const wrong of WRONG) await kit.authorize({ ...query, ...wrong }, sentBack("invalid_request"));
  for (const name of ["client_id", "redirect_uri"])
    await kit.authorize({ ...query, [name]: [query[name] ?? "", query[name] ?? ""] }, NOT_SENT);
});
