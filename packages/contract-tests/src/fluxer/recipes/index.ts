import type { World } from "../world/world.ts";
import { accounts } from "./accounts.ts";
import { applications } from "./applications.ts";
import { authorization } from "./authorization.ts";
import { guilds } from "./guilds.ts";
import { me } from "./me.ts";
import type { Recipes } from "./recipes.ts";
import { tokens } from "./tokens.ts";

/** Operations that are not here are called with the document's examples. */
export function recipesOf(world: World): Recipes {
  const books = [accounts, applications, authorization, guilds, me, tokens];
  return Object.assign({}, ...books.map((book) => book(world)));
}
