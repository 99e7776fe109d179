import { type Call, type Exchange, operationOf } from "../engine/index.ts";
import { asString } from "../engine/json.ts";
import { bodyOf } from "./world/ask.ts";
import { session } from "./world/credentials.ts";
import { PASSWORD, type World } from "./world/world.ts";

/**
 * Takes away what the run made, as far as the API has an operation for it. What was made is read off the recorded answers, so
 * that what a faulty server made by mistake goes too.
 */
export async function cleanUp(
  world: World,
  call: Call,
  exchanges: readonly Exchange[],
): Promise<readonly string[]> {
  const made = (id: string) =>
    exchanges.filter((each) => each.operationId === id && each.response.status < 300);
  const kept: string[] = [];
  for (const exchange of made("createOauth2Application")) {
    const id = asString(bodyOf(exchange).id);
    const owner = exchange.request.headers.get("authorization");
    if (id === undefined || owner === null) continue;
    if (!(await deleteApplication(world, call, id, owner))) kept.push(`application ${id}`);
  }
  const accounts = made("register");
  for (const exchange of [...accounts, ...made("login")]) {
    const token = asString(bodyOf(exchange).token);
    if (token !== undefined) await call(operationOf(world.spec, "logout"), {}, { by: session(token) });
  }
  const guilds = made("createGuild").length;
  if (accounts.length > 0) kept.push(`${accounts.length} accounts, which the API cannot delete`);
  if (guilds > 0) kept.push(`${guilds} guilds, which the API cannot delete`);
  return kept;
}

async function deleteApplication(world: World, call: Call, id: string, owner: string): Promise<boolean> {
  const parts = { path: { id }, body: { password: PASSWORD } };
  const { response } = await call(operationOf(world.spec, "deleteApplication"), parts, {
    by: session(owner),
  });
  return response.status === 204 || response.status === 404;
}
