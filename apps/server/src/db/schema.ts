import type { Kit } from "./columns.ts";
import { defineAccounts } from "./tables/accounts.ts";
import { defineApplications } from "./tables/applications.ts";
import { defineAudit } from "./tables/audit.ts";
import { defineAuthorization } from "./tables/authorization.ts";
import { defineGuilds } from "./tables/guilds.ts";
import { defineLimits } from "./tables/limits.ts";
import { defineTokens } from "./tables/tokens.ts";
import { defineWorkers } from "./tables/workers.ts";

/** Every table, said once for both dialects. Column names are the keys in snake_case. */
export function defineSchema(kit: Kit) {
  const accounts = defineAccounts(kit);
  const applications = defineApplications(kit, accounts);
  return {
    ...accounts,
    ...applications,
    ...defineAuthorization(kit, { ...accounts, ...applications }),
    ...defineTokens(kit),
    ...defineGuilds(kit, accounts),
    ...defineAudit(kit),
    ...defineLimits(kit),
    ...defineWorkers(kit),
  };
}

export type Tables = ReturnType<typeof defineSchema>;
export type Row<Name extends keyof Tables> = Tables[Name]["$inferSelect"];
