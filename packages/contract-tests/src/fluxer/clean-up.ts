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
  const sessions = await newSessions(world, call);
  const owner = (token: string) => sessions.get(world.accountOf(token)?.email ?? "") ?? token;
  const kept = await deleteApplications(world, call, made, owner);
  await forgetAdminApplication(world, call, sessions);
  const ends = new Set(made("logout").map(({ request }) => tokenOf(request)));
  const begun = [...made("register"), ...made("login")].map((each) => asString(bodyOf(each).token) ?? "");
  for (const token of [...begun, ...sessions.values()]) {
    if (!ends.has(token)) await ended(world, call, "logout", {}, token);
  }
  await signOutBrowsers(world, call, exchanges);
  const lasting = { register: "accounts", createGuild: "guilds", createConnection: "connections" };
  for (const [id, name] of Object.entries(lasting)) {
    const { length } = made(id);
    if (length > 0) kept.push(`${length} ${name}, which the API cannot delete`);
  }
  return kept;
}

type Made = (operationId: string) => Exchange[];
/** A session that works now, by the address of each account that was made in the run. */
type Sessions = ReadonlyMap<string, string>;

async function newSessions(world: World, call: Call): Promise<Sessions> {
  const sessions = new Map<string, string>();
  for (const account of world.accounts()) {
    sessions.set(account.email, await world.newSession(call, account).catch(() => account.session));
  }
  return sessions;
}

async function deleteApplications(
  world: World,
  call: Call,
  made: Made,
  owner: (session: string) => string,
): Promise<string[]> {
  const kept: string[] = [];
  const gone = new Set(made("deleteApplication").map(({ request }) => request.url.split("/").at(-1)));
  for (const { request, response } of made("createOauth2Application")) {
    const id = asString(bodyOf({ response }).id) ?? "";
    if (gone.has(id)) continue;
    const parts = { path: { id }, body: { password: PASSWORD } };
    if (!(await ended(world, call, "deleteApplication", parts, owner(tokenOf(request)))))
      kept.push(`application ${id}`);
  }
  return kept;
}

/** Every other consent went with its application. */
async function forgetAdminApplication(world: World, call: Call, sessions: Sessions): Promise<void> {
  const { adminApplication } = world.config;
  if (!adminApplication) return;
  const path = { applicationId: adminApplication.client_id };
  for (const token of sessions.values()) await ended(world, call, "deauthorizeApplication", { path }, token);
}

/** A browser's session is a cookie of the server's own making; where it is a session token like any other, it can be ended. */
async function signOutBrowsers(world: World, call: Call, exchanges: readonly Exchange[]): Promise<void> {
  const lines = exchanges.flatMap(({ response }) => response.headers.getSetCookie());
  const values = lines.map((line) => /^[^=]+=([^;]+)/.exec(line)?.[1]);
  for (const value of new Set(values)) if (value) await ended(world, call, "logout", {}, value);
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
