import { findUser, type User } from "../accounts/store/users.ts";
import { ApiError, type ApiErrorCode } from "../http/errors.ts";
import type { ApplicationDeps } from "./deps.ts";
import { requireOwned } from "./ownership.ts";
import {
  type Application,
  findApplication,
  selectApplicationsOf,
  selectBotsOf,
} from "./store/applications.ts";
import { type SecretMetadata, selectSecrets, selectSecretsOfOwner } from "./store/secrets.ts";

type Reads = Pick<ApplicationDeps, "db" | "clock">;

export type Described = { application: Application; bot: User | undefined };
export type OwnerView = Described & { secrets: SecretMetadata[] };

export async function describeApplication(
  { db }: Pick<Reads, "db">,
  id: string,
  otherwise: ApiErrorCode = "UNKNOWN_APPLICATION",
): Promise<Described> {
  const [application] = await db.read(findApplication, { id });
  if (application === undefined) throw new ApiError(otherwise);
  const [bot] = await db.read(findUser, { id });
  return { application, bot };
}

export async function ownerView({ db, clock }: Reads, id: string, userId: string): Promise<OwnerView> {
  const application = await requireOwned(db, id, userId);
  const [bot] = await db.read(findUser, { id });
  const secrets = await db.read(selectSecrets, { applicationId: id, now: clock.now() });
  return { application, bot, secrets };
}

export async function ownerViews({ db, clock }: Reads, ownerId: string): Promise<OwnerView[]> {
  const applications = await db.read(selectApplicationsOf, { ownerId });
  const bots = new Map((await db.read(selectBotsOf, { ownerId })).map((bot) => [bot.id, bot]));
  const live = await db.read(selectSecretsOfOwner, { ownerId, now: clock.now() });
  const secrets = Map.groupBy(live, ({ applicationId }) => applicationId);
  return applications.map((application) => ({
    application,
    bot: bots.get(application.id),
    secrets: secrets.get(application.id) ?? [],
  }));
}
