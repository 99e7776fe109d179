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
  const accounts = world.accounts();
  const begun = await severalAtOnce(accounts, (account) =>
    world.newSession(call, account).catch((error: unknown) => {
      if (error instanceof NotTested) throw error;
      return account.session;
    }),
  );
  return new Map(accounts.map((account, index) => [account.email, begun[index] ?? account.session]));
}

async function deleteApplications(
  world: World,
  call: Call,
  made: Made,
  owner: (session: string) => string,
): Promise<string[]> {
  const gone = new Set(made("deleteApplication").map(({ request }) => request.url.split("/").at(-1)));
  const left = made("createOauth2Application")
    .map(({ request, response }) => ({ id: asString(bodyOf({ response }).id) ?? "", request }))
    .filter(({ id }) => !gone.has(id));
  const deleted = await severalAtOnce(left, ({ id, request }) => {
    const parts = { path: { id }, body: { password: PASSWORD } };
    return end(world, call, "deleteApplication", parts, owner(tokenOf(request)));
  });
  return left.flatMap(({ id }, index) => (deleted[index] === true ? [] : [`application ${id}`]));
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

const AT_ONCE = 8;

/**
 * For what costs the server a password's hash each: on several cores that takes less time at once than one after another.
 * Whoever meets a limit that would take too long to wait for is tried again alone, and then left out.
 */
async function severalAtOnce<T, R>(
  all: readonly T[],
  work: (one: T) => Promise<R>,
): Promise<(R | undefined)[]> {
  const results: PromiseSettledResult<R>[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    results.push(...(await Promise.allSettled(all.slice(from, from + AT_ONCE).map(work))));
  }
  const found: (R | undefined)[] = [];
  for (const [index, result] of results.entries()) {
    if (result.status === "fulfilled") found.push(result.value);
    else if (result.reason instanceof NotTested) found.push(await unlessLimited(work(all[index] as T)));
    else throw result.reason;
  }
  return found;
}

async function unlessLimited<R>(work: Promise<R>): Promise<R | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NotTested) return undefined;
    throw error;
  }
}

async function ended(
  world: World,
  call: Call,
  id: string,
  parts: RequestParts,
  token: string,
): Promise<boolean> {
  return (await unlessLimited(end(world, call, id, parts, token))) ?? false;
}

async function end(
  world: World,
  call: Call,
  id: string,
  parts: RequestParts,
  token: string,
): Promise<boolean> {
  const { response } = await call(operationOf(world.spec, id), parts, { by: session(token) });
  return response.status === 204 || response.status === 404;
}

function tokenOf({ headers }: Exchange["request"]): string {
  return headers.get("authorization") ?? "";
}
