import type { Impostor, Operation } from "../engine/index.ts";
import { challenge, isForClients } from "./policy.ts";
import { basic, bearer, bot, inBody, session } from "./world/credentials.ts";
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

function sessions({ account, accessToken, random }: World): Impostor[] {
  const unknown = `flx_${random.word(36)}`;
  return [
    { name: "an unknown session", authorize: () => session(unknown) },
    {
      name: "a session cut short",
      authorize: async (call) => session((await account(call, "owner")).session.slice(0, -1)),
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

function accessTokens({ accessToken, refreshToken, application, random }: World): Impostor[] {
  // RFC 6750 3.1
  const expect = { status: [401], headers: { "www-authenticate": challenge("Bearer", "invalid_token") } };
  const unknown = random.word(60);
  return [
    { name: "an unknown access token", expect, authorize: () => bearer(unknown) },
    {
      name: "an access token cut short",
      expect,
      authorize: async (call) => bearer((await accessToken(call, ["identify"])).slice(0, -1)),
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

function botTokens({ application, random }: World): Impostor[] {
  const secret = random.word(43);
  return [
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

function clients({ application, random }: World): Impostor[] {
  const secret = random.word(40);
  const known = { status: [401], body: { error: "invalid_client" } };
  // RFC 6749 5.2: a client that tried a scheme is challenged with it.
  const challenged = { ...known, headers: { "www-authenticate": challenge("Basic") } };
  return [
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
