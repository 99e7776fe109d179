import { type Call, type Exchange, NotTested, operationOf, type RequestParts } from "../engine/index.ts";
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
  const gone = new Set(made("deleteApplication").map(({ request }) => request.url.split("/").at(-1)));
  for (const { request, ...exchange } of made("createOauth2Application")) {
    const id = asString(bodyOf(exchange).id) ?? "";
    const parts = { path: { id }, body: { password: PASSWORD } };
    const isGone = gone.has(id) || (await ended(world, call, "deleteApplication", parts, tokenOf(request)));
    if (!isGone) kept.push(`application ${id}`);
  }
  const ends = new Set(made("logout").map(({ request }) => tokenOf(request)));
  for (const exchange of [...made("register"), ...made("login")]) {
    const token = asString(bodyOf(exchange).token) ?? "";
    if (!ends.has(token)) await ended(world, call, "logout", {}, token);
  }
  const [accounts, guilds] = [made("register").length, made("createGuild").length];
  if (accounts > 0) kept.push(`${accounts} accounts, which the API cannot delete`);
  if (guilds > 0) kept.push(`${guilds} guilds, which the API cannot delete`);
  return kept;
}

async function ended(
  world: World,
  call: Call,
  id: string,
  parts: RequestParts,
  token: string,
): Promise<boolean> {
  try {
    const { response } = await call(operationOf(world.spec, id), parts, { by: session(token) });
    return response.status === 204 || response.status === 404;
  } catch (error) {
    // A limit that would take too long to wait for.
    if (error instanceof NotTested) return false;
    throw error;
  }
}

function tokenOf({ headers }: Exchange["request"]): string {
  return headers.get("authorization") ?? "";
}
