import { NotTested } from "../../engine/index.ts";
import type { Kit } from "./kit.ts";

/** The issuer of a server that says it names itself in its answers. */
export async function issuerOf(kit: Kit): Promise<string> {
  const metadata = await kit.metadata();
  if (metadata.authorization_response_iss_parameter_supported !== true)
    throw new NotTested("the server's metadata says that it does not send iss");
  return String(metadata.issuer);
}
