import type { OperationId } from "@fluxer-oauth2/contract";
import type { Patch } from "../patch.ts";
import { patchesOf } from "./entry.ts";

/** The guard of one operation, replaced by one that lets more in. */
function guard(operation: OperationId, security: string): [find: string, replace: string] {
  const find = "requirement: isForClients ? undefined : requirementOf(security),";
  return [
    find,
    `requirement: isForClients ? undefined : requirementOf(id === "${operation}" ? ${security} : security),`,
  ];
}

const SESSION_ONLY: readonly OperationId[] = [
  "grantOauth2Consent",
  "listUserOauth2Authorizations",
  "deauthorizeApplication",
  "createOauth2Application",
  "listUserApplications",
  "getApplication",
  "updateApplication",
  "deleteApplication",
  "resetClientSecret",
  "listApplicationAuditLogs",
  "updateBotProfile",
  "resetBotToken",
  "updateCurrentUser",
  "createConnection",
  "createGuild",
];

const SCOPED: readonly OperationId[] = ["getOauth2UserInformation", "getAdminApplication", "listAuditLogs"];

const FOR_BOTS: readonly OperationId[] = ["grantOauth2Consent", "createOauth2Application", "createGuild"];

/** One guard wrong in one place: what per-route configuration and copied middleware lead to. */
export const GUARDS: readonly Patch[] = patchesOf("authentication", "http/plan.ts", [
  ...SESSION_ONLY.map(
    (id) =>
      [
        `access-token-for-${id}`,
        `${id}, which is for users only, takes an access token.`,
        guard(id, "[{ session: [] }, { accessToken: [] }]"),
      ] as const,
  ),
  ...FOR_BOTS.map(
    (id) =>
      [
        `bot-token-for-${id}`,
        `${id}, which is for users only, takes a bot token.`,
        guard(id, "[{ session: [] }, { botToken: [] }]"),
      ] as const,
  ),
  ...SCOPED.map(
    (id) =>
      [
        `no-scope-for-${id}`,
        `${id} takes an access token without the scope it needs.`,
        guard(id, "[{ accessToken: [] }]"),
      ] as const,
  ),
  [
    "no-scope-for-listConnections",
    "listConnections takes an access token without the scope connections.",
    guard("listConnections", "[{ session: [] }, { accessToken: [] }]"),
  ],
  [
    "no-scope-for-listCurrentUserGuilds",
    "listCurrentUserGuilds takes an access token without the scope guilds.",
    guard("listCurrentUserGuilds", "[{ session: [] }, { accessToken: [] }]"),
  ],
  [
    "no-scope-for-getUser",
    "getUser shows every user in full to any access token, as to an administrator's.",
    guard("getUser", "[{ session: [] }, { botToken: [] }, { accessToken: [] }]"),
  ],
  [
    "no-scope-for-getCurrentUser",
    "getCurrentUser takes an access token without the scope identify.",
    guard("getCurrentUser", "[{ session: [] }, { botToken: [] }, { accessToken: [] }]"),
  ],
  [
    "another-scope-for-getAdminApplication",
    "getAdminApplication wants the scope identify in place of admin.",
    guard("getAdminApplication", '[{ accessToken: ["identify"] }]'),
  ],
  [
    "session-for-listAuditLogs",
    "listAuditLogs, which is for administrators, takes any user's session.",
    guard("listAuditLogs", '[{ session: [] }, { accessToken: ["admin"] }]'),
  ],
  [
    "session-for-getGatewayBot",
    "getGatewayBot, which is for bots, takes a session.",
    guard("getGatewayBot", "[{ botToken: [] }, { session: [] }]"),
  ],
  [
    "access-token-for-listCurrentUserApplications",
    "listCurrentUserApplications, which is for bots, takes an access token.",
    guard("listCurrentUserApplications", "[{ botToken: [] }, { accessToken: [] }]"),
  ],
  [
    "nothing-for-getAdminApplication",
    "getAdminApplication asks for no credentials.",
    guard("getAdminApplication", "[]"),
  ],
  ["nothing-for-getGatewayBot", "getGatewayBot asks for no credentials.", guard("getGatewayBot", "[]")],
]);
