import type { Transaction, Work } from "../db/database.ts";
import { deleteMembershipsOfBot, deleteRolesOfBot } from "./store/guilds.ts";

/** Out of every guild, with the roles that were made for it. */
export function* removeBot(tx: Transaction, botId: string): Work<void> {
  yield* tx.send(deleteRolesOfBot, { botId });
  yield* tx.send(deleteMembershipsOfBot, { botId });
}
