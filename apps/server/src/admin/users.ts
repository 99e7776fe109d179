import { fullUser } from "../accounts/responses.ts";
import { findUser } from "../accounts/store/users.ts";
import { snowflakeTime } from "../lib/snowflake.ts";
import { readId } from "./arguments.ts";
import { type Command, CommandError } from "./command.ts";
import { record } from "./text.ts";

export const showUser: Command = {
  name: "user show",
  takes: "ID",
  summary: "a user, without password and sessions",
  details: "  ID  the user's identifier; a bot's is its application's",
  parse(args) {
    const id = readId(args);
    return async ({ db, print }) => {
      const [user] = await db.read(findUser, { id });
      if (user === undefined) throw unknown(id);
      print(record({ ...fullUser(user), created_at: new Date(snowflakeTime(id)).toISOString() }));
    };
  },
};

function unknown(id: string): CommandError {
  return new CommandError(
    `There is no user ${id}. If it was the bot of a deleted application, "audit --application ${id}" tells when that went.`,
  );
}
