import { type Occasion, recordEvent } from "../audit/event.ts";
import type { ApplicationDeps } from "./deps.ts";
import { ownedIn } from "./ownership.ts";
import { type Application, updateSettings } from "./store/applications.ts";

/** What is absent stays as it is. */
export type ApplicationChange = Partial<
  Pick<Application, "name" | "redirectUris" | "botPublic" | "botRequireCodeGrant">
>;

export function updateApplication(
  { db }: ApplicationDeps,
  occasion: Occasion,
  { id, userId }: { id: string; userId: string },
  change: ApplicationChange,
): Promise<void> {
  return db.atomically(function* (tx) {
    const application = yield* ownedIn(tx, id, userId);
    yield* tx.send(updateSettings, { ...application, ...change });
    const event = { action: "application.update", outcome: "success", applicationId: id } as const;
    yield* recordEvent(tx, { ...occasion, ...event, actorUserId: userId });
  });
}
