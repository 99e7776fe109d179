import type { Impostor, Operation } from "../engine/index.ts";
import { challenge, isForClients } from "./policy.ts";
import { basic, bearer, bot, inBody, session } from "./world/credentials.ts";
import { ended, expired } from "./world/ended.ts";
import type { World } from "./world/world.ts";

/** Credentials in the right form that nobody was given, and those of one kind in the place of another. */
export function impostorsOf(world: World, operation: Operation): Impostor[] {
  if (isForClients(operation)) return clients(world);
  const takes = (scheme: string) => operation.security.some((alternative) => scheme in alternative);
  return [
    ...(takes("session") ? sessions(world) : []),
    ...(takes("accessToken") ? accessTokens(world) : []),
    ...(takes("botToken") ? botTokens(world) : []),
  ];
}

function sessions(world: World): Impostor[] {
  const { account, accessToken, random } = world;
  const unknown = `flx_${random.word(36)}`;
  return [
    {
      name: "a session that was signed out of",
      authorize: async (call) => session((await ended(world, call)).session),
    },
    {
      name: "a session that has expired",
      authorize: async (call) => session((await expired(world, call)).session),
    },
    { name: "an unknown session", authorize: () => session(unknown) },
    {
      name: "a session cut short",
      authorize: async (call) => session((await account(call, "owner")).session.slice(0, -1)),
    },
    {
      name: "a session with another end",
      authorize: async (call) => session(withAnotherEnd((await account(call, "owner")).session)),
    },
    {
      name: "a session as a Bearer token",
      authorize: async (call) => bearer((await account(call, "owner")).session),
    },
    {
      name: "an access token without a scheme",
      authorize: async (call) => session(await accessToken(call, ["identify"])),
    },
  ];
}

function accessTokens(world: World): Impostor[] {
  const { accessToken, refreshToken, application, random } = world;
  // RFC 6750 3.1
  const expect = { status: [401], headers: { "www-authenticate": challenge("Bearer", "invalid_token") } };
  const unknown = random.word(60);
  return [
    { name: "an unknown access token", expect, authorize: () => bearer(unknown) },
    {
      name: "an access token that was revoked",
      expect,
      authorize: async (call) => bearer((await ended(world, call)).accessToken),
    },
    {
      name: "an access token that has expired",
      expect,
      authorize: async (call) => bearer((await expired(world, call)).accessToken),
    },
    {
      name: "an access token of a deleted application",
      expect,
      authorize: async (call) => bearer((await ended(world, call)).orphan),
    },
    {
      name: "an access token cut short",
      expect,
      authorize: async (call) => bearer((await accessToken(call, ["identify"])).slice(0, -1)),
    },
    {
      name: "an access token with another end",
      expect,
      authorize: async (call) => bearer(withAnotherEnd(await accessToken(call, ["identify"]))),
    },
    {
      name: "a refresh token as a Bearer token",
      expect,
      authorize: async (call) => bearer(await refreshToken(call)),
    },
    {
      name: "a bot token as a Bearer token",
      expect,
      authorize: async (call) => bearer((await application(call, "main")).botToken),
    },
  ];
}

function botTokens(world: World): Impostor[] {
  const { accessToken, application, random } = world;
  const secret = random.word(43);
  return [
    {
      name: "an access token as a bot token",
      authorize: async (call) => bot(await accessToken(call, ["identify"])),
    },
    {
      name: "a bot token that was replaced",
      authorize: async (call) => bot((await ended(world, call)).botToken),
    },
    {
      name: "a bot token cut short",
      authorize: async (call) => bot((await application(call, "main")).botToken.slice(0, -1)),
    },
    {
      name: "the bot token of a deleted application",
      authorize: async (call) => bot((await ended(world, call)).orphanBot),
    },
    { name: "an unknown bot token", authorize: () => bot(`1.${secret}`) },
    {
      name: "a bot token with another secret",
      authorize: async (call) => bot(`${(await application(call, "main")).id}.${secret}`),
    },
    {
      name: "a bot token without a scheme",
      authorize: async (call) => session((await application(call, "main")).botToken),
    },
  ];
}

function clients(world: World): Impostor[] {
  const { application, random } = world;
  const secret = random.word(40);
  const known = { status: [401], body: { error: "invalid_client" } };
  // RFC 6749 5.2: a client that tried a scheme is challenged with it.
  const challenged = { ...known, headers: { "www-authenticate": challenge("Basic") } };
  return [
    { name: "a Basic header that is none", expect: challenged, authorize: () => MALFORMED },
    {
      name: "a replaced secret",
      expect: known,
      authorize: async (call) => inBody((await ended(world, call)).client),
    },
    {
      name: "a deleted application",
      expect: known,
      authorize: async (call) => inBody((await ended(world, call)).orphanClient),
    },
    { name: "an unknown client by Basic", expect: challenged, authorize: () => basic({ id: "1", secret }) },
    { name: "an unknown client in the body", expect: known, authorize: () => inBody({ id: "1", secret }) },
    {
      name: "a wrong secret by Basic",
      expect: challenged,
      authorize: async (call) => basic({ id: (await application(call, "main")).id, secret }),
    },
    {
      name: "a wrong secret in the body",
      expect: known,
      authorize: async (call) => inBody({ id: (await application(call, "main")).id, secret }),
    },
    {
      name: "a secret with another end",
      expect: known,
      authorize: async (call) => {
        const { id, secret: right } = await application(call, "main");
        return inBody({ id, secret: withAnotherEnd(right) });
      },
    },
    {
      name: "another client's secret",
      expect: known,
      authorize: async (call) => {
        const [{ id }, foreign] = [await application(call, "main"), await application(call, "foreign")];
        return inBody({ id, secret: foreign.secret });
      },
    },
    {
      name: "the same client by Basic and in the body",
      expect: { status: [400], body: { error: "invalid_request" } },
      authorize: async (call) => {
        const client = await application(call, "main");
        return { ...basic(client), ...inBody(client) };
      },
    },
  ];
}

const MALFORMED = { headers: { authorization: "Basic %conformance%" } };

/** What a server that finds credentials by their beginning, or compares no more than that, takes for the right ones. */
function withAnotherEnd(token: string): string {
  return token.slice(0, -1) + (token.endsWith("a") ? "b" : "a");
}
