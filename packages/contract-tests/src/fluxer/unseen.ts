import type { UnseenItem } from "../engine/index.ts";

type Reason = readonly [operation: RegExp, name: RegExp, why: string];

const ANY = /^/;
const OWN =
  /^(?:create|update|get)(?:Oauth2|Public)?Application$|^listUserApplications|^listCurrentUser|^reset/;

/** What no request of the suite can show, the first that fits. Names are as `200 bot.avatar, absent`. */
const REASONS: readonly Reason[] = [
  [ANY, /^4(?!00)\d\d errors\b/, "only a 400 names members that are wrong"],
  [ANY, /^400 errors, absent$/, "every 400 of this operation that can be had names the member"],
  [ANY, /^403 required_scope, absent$/, "its only 403 is that of a missing scope"],
  [/^create/, /^200 bot\.(?:avatar|banner|bio), present$/, "a new bot has none"],
  [
    /^create/,
    /^200 client_secrets\.\*\.(?:last_used|expires)_at, present$/,
    "a new secret has not been used or replaced",
  ],
  [ANY, /bot\.token, present$/, "a bot token is shown where it is made, and nowhere else"],
  [ANY, /client_secret, present$/, "a client secret is shown where it is made, and nowhere else"],
  [
    OWN,
    /^200 (?:\*\.)?(?:bot|client_secret|client_secrets|bot\.token), (?:absent|null)$/,
    "every application has them",
  ],
  [
    ANY,
    /(?:authenticator_types|avatar|banner|mfa_enabled|flags), absent$/,
    "a server may leave it out and need not",
  ],
  [ANY, /(?:description|icon|avatar_color|system_channel_id), present$/, "nothing in the API sets it"],
  [/User$/, /^200 banner, present$/, "nothing in the API sets an account's banner"],
  [ANY, /system, present$/, "no account that the suite can make speaks for the platform"],
  [ANY, /(?:email|verified), null$/, "an account has an address from its beginning"],
  [
    /^updateCurrentUser$/,
    /(?:email|verified), absent$|bot, present$/,
    "only an account itself calls this, and sees its own",
  ],
  [/^getGuildMember$/, /user\.(?:email|verified), present$/, "other members' addresses are not shown"],
  [/^getUser$/, /^200 (?:email|verified), present$/, "needs adminApplication in the config"],
  [
    /^getAdminApplication$/,
    /owner_id, null$/,
    "needs an account that is gone, and the API cannot delete one",
  ],
  [/AuditLogs$/, /(?:request_id|application_id), null$/, "every entry that a request makes has one"],
  [
    ANY,
    /ApiErrorCode: "(?:ACCESS_DENIED|BOT_IS_PRIVATE|MISSING_\w+|SUDO_MODE_REQUIRED)"$/,
    "listed a second time for every 403",
  ],
  [ANY, /"(?:NOT_A_BOT_APPLICATION|BOT_USER_NOT_FOUND)"$/, "every application has a bot"],
  [ANY, /"unauthorized_client"$/, "every client may use every grant"],
  [ANY, /^answers: AuthenticatorType: /, "the API has no second factor to enrol"],
];

/** Values of enums that only a broken or a limited server sends. */
const ERRORS: readonly (readonly [name: RegExp, why: string])[] = [
  [/"(?:INTERNAL_SERVER_ERROR|INTERNAL_ERROR|server_error)"$/, "needs a fault inside the server"],
  [/"(?:SERVICE_UNAVAILABLE)"$/, "needs a database that is away"],
  [
    /"(?:RATE_LIMITED|temporarily_unavailable)"$/,
    "needs a server with rate limits, and rateLimits in the config",
  ],
  [/"REQUEST_TIMEOUT"$/, "needs a request that arrives more slowly than fetch can send one"],
];

export function unseen({ operationId, name }: UnseenItem): string | undefined {
  const found = REASONS.find(([operation, what]) => operation.test(operationId) && what.test(name));
  return found?.[2] ?? ERRORS.find(([what]) => what.test(name))?.[1];
}
