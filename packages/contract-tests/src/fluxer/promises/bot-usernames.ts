import { text } from "../world/ask.ts";
import { promise } from "./promise.ts";

/** Names of applications that are no usernames. */
const NAMES = [
  "x",
  "☃☃☃",
  "Everyone",
  "HERE",
  " here ",
  "Weather and Tides",
  "a.b-c d",
  "n".repeat(100),
  "ñandú",
];
/** Names whose every character is kept or has one that stands for it. */
const KEPT = { "Weather and Tides": "Weather_and_Tides", "a.b-c d": "a_b_c_d", "Rain (2)!": "Rain_2" };
/** As UsernameType has it. */
const USERNAME = /^(?!(?:everyone|here)$)[A-Za-z0-9_]{1,32}$/i;

export default promise(
  "A new bot has a username that a user may have, whatever its application is called",
  async (kit) => {
    const { by } = await kit.somebody("namer");
    for (const name of NAMES) {
      const made = await kit.read("createOauth2Application", { body: { name } }, by);
      const username = text(made, "bot", "username");
      if (!USERNAME.test(username)) kit.wrong(`the bot of ${JSON.stringify(name)} is called ${username}`);
      const member = { path: { id: text(made, "id") }, body: { username } };
      await kit.read("updateBotProfile", member, by);
    }
    for (const [name, username] of Object.entries(KEPT)) {
      const made = await kit.read("createOauth2Application", { body: { name } }, by);
      kit.same(`the username of the bot of ${name}`, text(made, "bot", "username"), username);
    }
  },
);
