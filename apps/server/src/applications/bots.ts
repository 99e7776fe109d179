import { changeProfile, type ProfileChange } from "../accounts/profile.ts";
import { findUser, type User } from "../accounts/store/users.ts";
import { type Occasion, recordEvent } from "../audit/event.ts";
import type { Transaction, Work } from "../db/database.ts";
import type { BotCaller } from "../http/caller.ts";
import { ApiError } from "../http/errors.ts";
import { isAuthentic } from "../lib/credential.ts";
import { mintBotToken, parseBotToken } from "../lib/secret.ts";
import type { ApplicationDeps } from "./deps.ts";
import { ownedIn } from "./ownership.ts";
import { findBotTokenHash, setBotTokenHash } from "./store/applications.ts";

type Owned = { readonly id: string; readonly userId: string };

/** No application has this id, and nobody this token. */
const NOBODY = { applicationId: "0", hash: mintBotToken("0").hash };

export async function authenticateBot(
  { db }: Pick<ApplicationDeps, "db">,
  token: string,
): Promise<BotCaller | undefined> {
  const { applicationId, hash } = parseBotToken(token) ?? NOBODY;
  const [known] = await db.read(findBotTokenHash, { id: applicationId });
  if (!isAuthentic(known, { id: applicationId, hash })) return undefined;
  return { kind: "bot", userId: applicationId, applicationId };
}

export function updateBotProfile(
  { db }: ApplicationDeps,
  occasion: Occasion,
  { id, userId }: Owned,
  change: ProfileChange,
): Promise<User> {
  return db.atomically(function* (tx) {
    const bot = yield* changeProfile(tx, yield* ownedBot(tx, { id, userId }), change);
    const event = { action: "bot.update", outcome: "success", applicationId: id } as const;
    yield* recordEvent(tx, { ...occasion, ...event, actorUserId: userId });
    return bot;
  });
}

export function resetBotToken(
  { db }: ApplicationDeps,
  occasion: Occasion,
  { id, userId }: Owned,
): Promise<{ bot: User; token: string }> {
  const { token, hash } = mintBotToken(id);
  return db.atomically(function* (tx) {
    const bot = yield* ownedBot(tx, { id, userId });
    yield* tx.send(setBotTokenHash, { id, hash });
    const event = { action: "bot_token.reset", outcome: "success", applicationId: id } as const;
    yield* recordEvent(tx, { ...occasion, ...event, actorUserId: userId });
    return { bot, token };
  });
}

function* ownedBot(tx: Transaction, { id, userId }: Owned): Work<User> {
  yield* ownedIn(tx, id, userId);
  const [bot] = yield* tx.run(findUser, { id });
  if (bot === undefined) throw new ApiError("BOT_USER_NOT_FOUND");
  return bot;
}
