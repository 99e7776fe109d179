import { postgresTables } from "../src/db/postgres/dialect.ts";

// drizzle-kit takes a table for one only when it is an export of its own.
export const {
  users,
  sessions,
  connections,
  applications,
  clientSecrets,
  grants,
  consents,
  authorizationRequests,
  authorizationCodes,
  accessTokens,
  refreshTokens,
  guilds,
  guildMembers,
  guildRoles,
  guildMemberRoles,
  auditLog,
  rateLimits,
  workerLeases,
} = postgresTables;
