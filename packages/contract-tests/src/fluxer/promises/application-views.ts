import { asObject, type JsonObject } from "../../engine/json.ts";
import { text } from "../world/ask.ts";
import { bearer, bot } from "../world/credentials.ts";
import { type PromiseKit, promise, type Somebody } from "./promise.ts";

const [FIRST, SECOND] = ["https://client.example/first", "https://client.example/second?kept=1"];
const SETTINGS = {
  name: "Conformance views",
  redirect_uris: [FIRST, SECOND],
  bot_public: false,
  bot_require_code_grant: true,
};

/** One at a time: what is absent stays as it is. */
const CHANGES: readonly JsonObject[] = [
  { name: "Conformance renamed" },
  { redirect_uris: [FIRST] },
  { bot_public: true },
  { bot_require_code_grant: false },
];

export default promise("Every view of an application shows what its owner set", async (kit) => {
  const owner = await kit.somebody("viewer");
  const made = await kit.read("createOauth2Application", { body: SETTINGS }, owner.by);
  const path = { id: text(made, "id") };
  let settings: JsonObject = { ...SETTINGS, id: path.id };
  shows(kit, "the answer", made, settings, OWNER);
  const client = { id: path.id, secret: text(made, "client_secret") };
  const agreed = { redirect_uri: FIRST };
  const code = await kit.world.consent(kit.call, owner, client, "identify", agreed);
  const { access } = await kit.world.exchange(kit.call, client, code, agreed);
  const views = viewsOf(kit, owner, path, { token: text(made, "bot", "token"), access });
  await compare(kit, views, settings);
  for (const body of CHANGES) {
    settings = { ...settings, ...body };
    const changed = await kit.read("updateApplication", { path, body }, owner.by);
    shows(kit, "the answer to a change", changed, settings, OWNER);
    await compare(kit, views, settings);
  }
  const emptied = await kit.read("updateApplication", { path, body: { redirect_uris: null } }, owner.by);
  shows(kit, "the answer to null", emptied, { ...settings, redirect_uris: [] }, OWNER);
});

type Names = readonly string[];
const OWNER: Names = ["id", "name", "redirect_uris", "bot_public", "bot_require_code_grant"];
const EVERYONE: Names = ["id", "name", "redirect_uris", "bot_public"];
const CLIENT: Names = ["id", "name", "bot_public", "bot_require_code_grant"];

/** Where an application can be seen, what is seen of its settings there, and how it is read. */
type View = [where: string, names: Names, read: () => Promise<JsonObject>];

function viewsOf(
  kit: PromiseKit,
  { id: ownerId, by }: Somebody,
  path: { id: string },
  { token, access }: { token: string; access: string },
): View[] {
  const listed = async (id: string) => (await kit.list(id, {}, by)).find((each) => each.id === path.id) ?? {};
  const views: View[] = [
    ["getApplication", OWNER, () => kit.read("getApplication", { path }, by)],
    ["listUserApplications", OWNER, () => listed("listUserApplications")],
    ["listUserApplicationsAlias", OWNER, () => listed("listUserApplicationsAlias")],
    ["getPublicApplication", EVERYONE, () => kit.read("getPublicApplication", { path })],
    ["listCurrentUserApplications", CLIENT, () => kit.read("listCurrentUserApplications", {}, bot(token))],
    [
      "getCurrentOauth2User",
      CLIENT,
      async () => asObject((await kit.read("getCurrentOauth2User", {}, bearer(access))).application),
    ],
    [
      "listUserOauth2Authorizations",
      ["id", "name", "bot_public"],
      async () => asObject((await kit.list("listUserOauth2Authorizations", {}, by))[0]?.application),
    ],
  ];
  if (kit.world.config.adminApplication) views.push(adminView(kit, ownerId, path));
  return views;
}

function adminView(kit: PromiseKit, ownerId: string, path: { id: string }): View {
  return [
    "getAdminApplication",
    OWNER,
    async () => {
      const admin = bearer(await kit.world.accessToken(kit.call, ["admin"]));
      const seen = await kit.read("getAdminApplication", { path }, admin);
      kit.shows("getAdminApplication", seen, { owner_id: ownerId, trusted: false });
      return seen;
    },
  ];
}

async function compare(kit: PromiseKit, views: readonly View[], settings: JsonObject): Promise<void> {
  for (const [where, names, read] of views) shows(kit, where, await read(), settings, names);
}

function shows(kit: PromiseKit, where: string, body: JsonObject, settings: JsonObject, names: Names): void {
  kit.shows(where, body, Object.fromEntries(names.map((name) => [name, settings[name]])));
}
