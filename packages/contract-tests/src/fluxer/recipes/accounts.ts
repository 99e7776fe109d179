import type { NamedCase } from "../../engine/index.ts";
import { bearer, bot, session } from "../world/credentials.ts";
import { ORDINARY_SCOPES, PASSWORD } from "../world/world.ts";
import { credentials, identifier, image, newAddress } from "./members.ts";
import type { RecipeBook } from "./recipes.ts";

const UNKNOWN_USER = { status: [404], body: { code: "UNKNOWN_USER" } };

export const accounts: RecipeBook = (world) => {
  const nobody = world.random.digits(18);
  const hiding = (who: string, by?: NamedCase["by"]): NamedCase => ({
    name: `${who} hides the address`,
    expect: { status: [200], body: { email: undefined, verified: undefined } },
    request: async (call) => ({ path: { id: (await world.account(call, "other")).id } }),
    ...(by && { by }),
  });
  return {
    register: {
      members: { email: newAddress(world) },
      request: (_call, { succeeds }) => {
        const email = succeeds ? world.newEmail() : "conformance-refused@example.com";
        return { body: { username: "conformance", password: PASSWORD, email } };
      },
      cases: [
        {
          name: "with an address that has an account",
          expect: { status: [400] },
          request: async (call) => {
            const { email } = await world.account(call, "owner");
            return { body: { email: email.toUpperCase(), username: "conformance", password: PASSWORD } };
          },
        },
      ],
    },
    updateCurrentUser: {
      members: { avatar: image },
      request: () => ({ body: { global_name: `Ada ${world.random.word(6)}` } }),
    },
    login: {
      members: credentials,
      request: async (call) => ({
        body: { email: (await world.account(call, "owner")).email, password: PASSWORD },
      }),
      cases: [
        {
          name: "with a wrong password",
          expect: { status: [400], body: { code: "INVALID_FORM_BODY" } },
          request: async (call) => ({
            body: { email: (await world.account(call, "owner")).email, password: `${PASSWORD}!` },
          }),
        },
        {
          name: "for an address without an account",
          expect: { status: [400], body: { code: "INVALID_FORM_BODY" } },
          request: () => ({ body: { email: "conformance-nobody@example.com", password: PASSWORD } }),
        },
      ],
    },
    logout: {
      request: () => ({}),
      authorize: async (call, { succeeds }) => {
        const account = await world.account(call, "owner");
        return session(succeeds ? await world.newSession(call, account) : account.session);
      },
    },
    getUser: {
      members: identifier("id"),
      request: async (call) => ({ path: { id: (await world.account(call, "owner")).id } }),
      cases: [
        { name: "of an unknown id", expect: UNKNOWN_USER, request: () => ({ path: { id: nobody } }) },
        hiding("with a session"),
        hiding("with a bot token", async (call) => bot((await world.application(call, "main")).botToken)),
      ],
    },
    getCurrentUser: {
      request: () => ({}),
      cases: [
        {
          name: "with the scope email shows the address",
          expect: { status: [200], body: { verified: [true, false] } },
          request: () => ({}),
          by: async (call) => bearer(await world.accessToken(call, ORDINARY_SCOPES)),
        },
        {
          name: "without the scope email hides the address",
          expect: { status: [200], body: { email: undefined, verified: undefined } },
          request: () => ({}),
          by: async (call) => bearer(await world.accessToken(call, ["identify"])),
        },
      ],
    },
    createConnection: {
      request: (_call, { succeeds }) => ({
        body: { type: "github", name: succeeds ? world.random.word(10) : "refused" },
      }),
    },
    listAuditLogs: {
      request: () => ({ query: { limit: "2" } }),
      cases: [
        {
          name: "before an entry",
          expect: { status: [200] },
          request: () => ({ query: { before: "9223372036854775807", limit: "100" } }),
        },
      ],
    },
  };
};
