import type { NamedCase, RequestParts } from "../../engine/index.ts";
import type { JsonObject } from "../../engine/json.ts";
import { createBuilders } from "../world/builders.ts";
import { session } from "../world/credentials.ts";
import { PASSWORD, type World } from "../world/world.ts";
import { confirmation, identifier, image } from "./members.ts";
import type { RecipeBook } from "./recipes.ts";

const DENIED = { status: [403], body: { code: "ACCESS_DENIED" } };
const UNKNOWN = { status: [404], body: { code: "UNKNOWN_APPLICATION" } };
const CONFIRM = { status: [403], body: { code: "SUDO_MODE_REQUIRED" } };
const INVALID = { status: [400], body: { code: "INVALID_FORM_BODY" } };

type Ask = (id: string) => RequestParts;

/** An application that does not exist, and one that is somebody else's. */
function ofOthers({ application, random }: World, ask: Ask): NamedCase[] {
  const nothing = random.digits(18);
  return [
    { name: "of an unknown application", expect: UNKNOWN, request: () => ask(nothing) },
    {
      name: "of another user's application",
      expect: DENIED,
      request: async (call) => ask((await application(call, "foreign")).id),
    },
  ];
}

/** What an operation that asks for the password says without it. */
function unconfirmed({ application }: World): NamedCase[] {
  const on = (name: string, expect: NamedCase["expect"], body: JsonObject | undefined): NamedCase => ({
    name,
    expect,
    request: async (call) => ({
      path: { id: (await application(call, "scratch")).id },
      ...(body && { body }),
    }),
  });
  return [
    on("without a confirmation", CONFIRM, undefined),
    on("with an empty confirmation", CONFIRM, {}),
    on("with a wrong password", INVALID, { password: `${PASSWORD}!` }),
  ];
}

export const applications: RecipeBook = (world) => {
  const { application } = world;
  const confirmed: Ask = (id) => ({ path: { id }, body: { password: PASSWORD } });
  const plain: Ask = (id) => ({ path: { id } });
  const members = identifier("id");
  const builder = createBuilders(world);
  return {
    createOauth2Application: {
      request: () => ({ body: { name: `Conformance ${world.random.word(6)}` } }),
      authorize: async (call, { succeeds }) =>
        session((await (succeeds ? builder(call) : world.account(call, "owner"))).session),
    },
    getApplication: {
      members,
      request: async (call) => plain((await application(call, "main")).id),
      cases: ofOthers(world, plain),
    },
    updateApplication: {
      members,
      request: async (call) => ({
        ...plain((await application(call, "scratch")).id),
        body: { name: "Renamed" },
      }),
      cases: ofOthers(world, (id) => ({ path: { id }, body: { name: "Renamed" } })),
    },
    deleteApplication: {
      members: { ...members, ...confirmation },
      request: async (call, { succeeds }) => {
        const { id, owner } = await application(call, "scratch");
        return confirmed(succeeds ? (await world.newApplication(call, owner)).id : id);
      },
      cases: [...ofOthers(world, confirmed), ...unconfirmed(world)],
    },
    resetClientSecret: {
      members: { ...members, ...confirmation },
      request: async (call) => confirmed((await application(call, "scratch")).id),
      cases: [...ofOthers(world, confirmed), ...unconfirmed(world)],
    },
    getPublicApplication: {
      members,
      request: async (call) => plain((await application(call, "main")).id),
      cases: ofOthers(world, plain).slice(0, 1),
    },
    listApplicationAuditLogs: {
      members,
      request: async (call) => plain((await application(call, "main")).id),
      cases: ofOthers(world, plain),
    },
    getAdminApplication: {
      members,
      request: async (call) => plain((await application(call, "main")).id),
      cases: ofOthers(world, plain).slice(0, 1),
    },
    updateBotProfile: {
      members: { ...members, avatar: image, banner: image },
      request: async (call) => ({
        ...plain((await application(call, "scratch")).id),
        body: { bio: "Renamed" },
      }),
      cases: ofOthers(world, (id) => ({ path: { id }, body: { bio: "Renamed" } })),
    },
    resetBotToken: {
      members: { ...members, ...confirmation },
      request: async (call) => confirmed((await application(call, "scratch")).id),
      cases: [...ofOthers(world, confirmed), ...unconfirmed(world)],
    },
  };
};
