import type { Patch } from "../patch.ts";
import { patchesOf } from "./entry.ts";

/** The handler takes whoever calls for the application's owner. */
function takenForOwner(handler: string, given: string): [find: string, replace: string] {
  return [`async ${handler}({ ${given}, caller,`, `async ${handler}({ ${given}, caller: _caller,`];
}

const OWNER =
  'const caller = { userId: (await describeApplication(deps, params.id)).application.ownerId ?? "" };\n      ';
const ENDPOINTS = "applications/endpoints.ts";
const BOTS = "applications/bot-endpoints.ts";

/** What belongs to one user and is shown to, or changed by, another. */
export const OWNERS: readonly Patch[] = [
  ...patchesOf("authentication", ENDPOINTS, [
    [
      "foreign-application-read",
      "Anyone can read an application's settings as its owner does.",
      [
        "applications/read.ts",
        "const application = await requireOwned(db, id, userId);",
        "const application = userId && (await describeApplication({ db }, id)).application;",
      ],
    ],
    [
      "foreign-application-changed",
      "Anyone can change an application.",
      takenForOwner("updateApplication", "params, body"),
      [
        "const owned = { id: params.id, userId: caller.userId };\n      await requireOwned(",
        `${OWNER}const owned = { id: params.id, userId: caller.userId };\n      await requireOwned(`,
      ],
    ],
    [
      "foreign-application-deleted",
      "Anyone can delete an application.",
      takenForOwner("deleteApplication", "params, body"),
      [
        "const owned = { id: params.id, userId: caller.userId };\n      await confirmOwned(deps, context, owned, body?.password);\n      await deleteApplication(",
        `${OWNER}const owned = { id: params.id, userId: caller.userId };\n      await confirmOwned(deps, context, owned, body?.password);\n      await deleteApplication(`,
      ],
    ],
    [
      "foreign-secret-reset",
      "Anyone can reset the secret of an application, and is shown the new one.",
      takenForOwner("resetClientSecret", "params, body"),
      [
        "const owned = { id: params.id, userId: caller.userId };\n      await confirmOwned(deps, context, owned, body?.password);\n      const overlapSeconds",
        `${OWNER}const owned = { id: params.id, userId: caller.userId };\n      await confirmOwned(deps, context, owned, body?.password);\n      const overlapSeconds`,
      ],
    ],
    [
      "foreign-audit-log-read",
      "Anyone can read the audit log of an application.",
      [
        "await requireOwned(deps.db, params.id, caller.userId);\n      const events",
        "await describeApplication(deps, params.id);\n      const events",
      ],
    ],
  ]),
  ...patchesOf("authentication", BOTS, [
    [
      "foreign-bot-changed",
      "Anyone can change the profile of a bot.",
      takenForOwner("updateBotProfile", "params, body"),
      [
        "const owned = { id: params.id, userId: caller.userId };\n      await requireOwned(",
        `${OWNER}const owned = { id: params.id, userId: caller.userId };\n      await requireOwned(`,
      ],
    ],
    [
      "foreign-bot-token-reset",
      "Anyone can reset the token of a bot, and is shown the new one.",
      takenForOwner("resetBotToken", "params, body"),
      [
        "const owned = { id: params.id, userId: caller.userId };\n      await confirmOwned(",
        `${OWNER}const owned = { id: params.id, userId: caller.userId };\n      await confirmOwned(`,
      ],
    ],
  ]),
  ...patchesOf("authentication", "applications/store/applications.ts", [
    [
      "applications-of-everybody",
      "A user is listed the applications of all users.",
      [
        ".where(eq(t.applications.ownerId, p.ownerId))\n    .orderBy(asc(t.applications.id)),",
        ".orderBy(asc(t.applications.id)),",
      ],
    ],
  ]),
  ...patchesOf("authentication", "tokens/store/authorizations.ts", [
    [
      "authorizations-of-everybody",
      "A user is listed what all users agreed to.",
      [".where(eq(t.consents.userId, p.userId))\n    .orderBy(", ".orderBy("],
    ],
  ]),
  ...patchesOf("authentication", "guilds/read.ts", [
    [
      "guilds-for-strangers",
      "A guild is shown to users who are no members.",
      ['if (member === undefined) throw new ApiError("ACCESS_DENIED");', "void member;"],
    ],
  ]),
  ...patchesOf("authentication", "tokens/subject.ts", [
    [
      "email-without-the-scope-of-userinfo",
      "An application is told the email address without the scope email.",
      [
        'return scopes.includes("email") ? { email, verified: emailVerified } : {};',
        "return scopes.length > 0 ? { email, verified: emailVerified } : {};",
      ],
    ],
    [
      "user-without-the-scope-identify",
      "An application is told who the user is without the scope identify.",
      ['if (!scopes.includes("identify")) return token;', "if (scopes.length === 0) return token;"],
    ],
  ]),
  ...patchesOf("authentication", "accounts/endpoints.ts", [
    [
      "email-without-the-scope-of-the-user",
      "An application is shown the user's email address without the scope email.",
      [
        'const isOwnEmail = caller.kind !== "token" || caller.scopes.includes("email");',
        "const isOwnEmail = caller.kind.length > 0;",
      ],
    ],
    [
      "email-of-other-users",
      "Everybody is shown everybody's email address.",
      [
        'return reply(200, caller.kind === "token" ? fullUser(user) : publicUser(user));',
        "return reply(200, fullUser(user));",
      ],
    ],
    [
      "hidden-connections-shown",
      "An application is shown connections that the user hid.",
      ['caller.kind === "user" || visibility === 1', "caller.kind.length > 0 || visibility === 1"],
    ],
  ]),
  ...patchesOf("authentication", "accounts/store/connections.ts", [
    [
      "connections-of-everybody",
      "A user is listed the connections of all users.",
      [
        ".where(eq(t.connections.userId, p.userId))\n    .orderBy(asc(t.connections.id)),",
        ".orderBy(asc(t.connections.id)),",
      ],
    ],
  ]),
  ...patchesOf("authentication", "audit/entry.ts", [
    [
      "users-named-to-owners",
      "The owner of an application is told which other users did what.",
      ["actorUserId: actorUserId === ownerId ? ownerId : null", "actorUserId: actorUserId ?? ownerId"],
    ],
  ]),
];
