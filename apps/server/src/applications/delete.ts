import { type Occasion, recordEvent } from "../audit/event.ts";
import { removeBot } from "../guilds/remove-bot.ts";
import type { ApplicationDeps } from "./deps.ts";
import { ownedIn } from "./ownership.ts";
import { deleteApplicationRow, markBotDeleted } from "./store/applications.ts";

export function deleteApplication(
  { db }: ApplicationDeps,
  occasion: Occasion,
  { id, userId }: { id: string; userId: string },
): Promise<void> {
  return db.atomically(function* (tx) {
    yield* ownedIn(tx, id, userId);
    yield* removeBot(tx, id);
    yield* tx.send(deleteApplicationRow, { id });
    // No username can hold a colon, so this one is in nobody's way.
    yield* tx.send(markBotDeleted, { id, usernameLower: `deleted:${id}`, now: occasion.createdAt });
    const event = { action: "application.delete", outcome: "success", applicationId: id } as const;
    yield* recordEvent(tx, { ...occasion, ...event, actorUserId: userId });
  });
}
