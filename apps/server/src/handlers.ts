import { accountEndpoints } from "./accounts/endpoints.ts";
import { applicationEndpoints } from "./applications/endpoints.ts";
import { authorizationEndpoints } from "./authorization/endpoints.ts";
import { guildEndpoints } from "./guilds/endpoints.ts";
import type { Handlers } from "./http/operation.ts";
import { tokenEndpoints } from "./tokens/endpoints.ts";

export type HandlerDependencies = Parameters<typeof accountEndpoints>[0] &
  Parameters<typeof applicationEndpoints>[0] &
  Parameters<typeof authorizationEndpoints>[0] &
  Parameters<typeof guildEndpoints>[0] &
  Parameters<typeof tokenEndpoints>[0];

/** Every operation of the specification; one that is missing does not compile. */
export function createHandlers(dependencies: HandlerDependencies): Handlers {
  return {
    ...accountEndpoints(dependencies),
    ...applicationEndpoints(dependencies),
    ...authorizationEndpoints(dependencies),
    ...guildEndpoints(dependencies),
    ...tokenEndpoints(dependencies),
  };
}
