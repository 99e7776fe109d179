import { asObject, type JsonObject } from "../../engine/json.ts";
import { bot } from "../world/credentials.ts";
import { promise } from "./promise.ts";

const EVERY_BIT = 2_147_483_647;
/** FRIENDLY_BOT and FRIENDLY_BOT_MANUAL_APPROVAL. */
const NAMED_BITS = 48;

const CHANGES: readonly JsonObject[] = [
  { username: "conformance_renamed" },
  { discriminator: "0417" },
  { bio: "Changed by the conformance suite." },
];

const NO_SECOND_FACTOR = { mfa_enabled: false, authenticator_types: [] };

export default promise(
  "A bot's profile is changed as asked, and shown so wherever the bot is",
  async (kit) => {
    const owner = await kit.somebody("bot_owner");
    const { id, botToken } = await kit.world.newApplication(kit.call, owner);
    const path = { id };
    const { bot: made } = await kit.read("getApplication", { path }, owner.by);
    const { mfa_enabled = false, authenticator_types = [] } = asObject(made);
    kit.same("the second factors of a bot", { mfa_enabled, authenticator_types }, NO_SECOND_FACTOR);
    const views: Record<string, () => Promise<JsonObject>> = {
      getApplication: async () => asObject((await kit.read("getApplication", { path }, owner.by)).bot),
      getPublicApplication: async () => asObject((await kit.read("getPublicApplication", { path })).bot),
      listCurrentUserApplications: async () =>
        asObject((await kit.read("listCurrentUserApplications", {}, bot(botToken))).bot),
    };
    let profile: JsonObject = { id, bio: null, avatar: null, banner: null };
    const change = async (body: JsonObject, flags: number, shown = body) => {
      profile = { ...profile, ...shown };
      kit.shows("the answer", await kit.read("updateBotProfile", { path, body }, owner.by), profile);
      for (const [where, read] of Object.entries(views))
        kit.shows(where, await read(), { ...profile, flags });
    };
    for (const body of CHANGES) await change(body, 0);
    await change({ bot_flags: EVERY_BIT }, NAMED_BITS, {});
    await change({ bio: null }, NAMED_BITS);
    await change({ bot_flags: 16 }, 16, {});
    await change({ bio: "  Without space around. " }, 16, { bio: "Without space around." });
  },
);
