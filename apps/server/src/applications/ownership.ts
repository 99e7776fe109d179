import type { Database, Transaction, Work } from "../db/database.ts";
import { ApiError } from "../http/errors.ts";
import { type Application, findApplication } from "./store/applications.ts";

/** An application that nobody owns any more is nobody's, so it is refused to everyone. */
function owned(application: Application | undefined, userId: string): Application {
  if (application === undefined) throw new ApiError("UNKNOWN_APPLICATION");
  if (application.ownerId !== userId) throw new ApiError("ACCESS_DENIED");
  return application;
}

export async function requireOwned(db: Database, id: string, userId: string): Promise<Application> {
  const [application] = await db.read(findApplication, { id });
  return owned(application, userId);
}

/** Again inside the transaction that changes it: it may be gone by now. */
export function* ownedIn(tx: Transaction, id: string, userId: string): Work<Application> {
  const [application] = yield* tx.run(findApplication, { id });
  return owned(application, userId);
}
