import { addUser, newUser } from "../accounts/registration.ts";
import { type Occasion, recordEvent } from "../audit/event.ts";
import { ApiError } from "../http/errors.ts";
import { mint, mintBotToken } from "../lib/secret.ts";
import { nextId } from "../lib/time-ordered-id.ts";
import { createClientGrant } from "../tokens/store/grants.ts";
import { botUsername } from "./bot-name.ts";
import type { ApplicationDeps } from "./deps.ts";
import { type Application, countApplicationsOf, insertApplication } from "./store/applications.ts";
import { insertSecret } from "./store/secrets.ts";

const MAX_APPLICATIONS = 25;

export type NewApplication = Pick<
  Application,
  "name" | "redirectUris" | "botPublic" | "botRequireCodeGrant"
> & {
  readonly ownerId: string;
};

/** Shown in this one answer. */
export type NewCredentials = {
  readonly id: string;
  readonly clientSecret: string;
  readonly botToken: string;
};

export async function createApplication(
  { db, snowflakes }: ApplicationDeps,
  occasion: Occasion,
  wanted: NewApplication,
): Promise<NewCredentials> {
  const id = snowflakes.next();
  const { createdAt } = occasion;
  const secret = mint("clientSecret", createdAt);
  const botToken = mintBotToken(id);
  const bot = { ...newUser(id, botUsername(wanted.name), createdAt), bot: true };
  const clientGrantId = nextId(createdAt);
  const application = { ...wanted, id, createdAt, clientGrantId, botTokenHash: botToken.hash, ...UNSET };

  return db.atomically(function* (tx) {
    const [owned] = yield* tx.run(countApplicationsOf, wanted);
    if ((owned?.count ?? 0) >= MAX_APPLICATIONS) throw new ApiError("MAX_APPLICATIONS");
    yield* addUser(tx, bot);
    yield* tx.send(insertApplication, application);
    yield* tx.send(insertSecret, clientSecretRow(id, secret, createdAt));
    yield* createClientGrant(tx, { id: clientGrantId, applicationId: id, now: createdAt });
    const event = { action: "application.create", outcome: "success", applicationId: id } as const;
    yield* recordEvent(tx, { ...occasion, ...event, actorUserId: wanted.ownerId });
    return { id, clientSecret: secret.token, botToken: botToken.token };
  });
}

/** `trusted` is the operator's to give, by command; the rest has no way in yet. */
const UNSET = { description: null, icon: null, flags: 0, trusted: false };

export function clientSecretRow(
  applicationId: string,
  secret: { id: string; hash: string },
  createdAt: number,
) {
  return {
    id: secret.id,
    applicationId,
    secretHash: secret.hash,
    createdAt,
    expiresAt: null,
    lastUsedAt: null,
  };
}
