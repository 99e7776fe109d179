import type { Recipe } from "../../engine/index.ts";
import type { World } from "../world/world.ts";
import { accounts } from "./accounts.ts";
import { applications } from "./applications.ts";
import { authorization } from "./authorization.ts";
import { guilds } from "./guilds.ts";
import { me } from "./me.ts";
import { pictured } from "./pictured.ts";
import type { Recipes } from "./recipes.ts";
import { tokens } from "./tokens.ts";

/** Operations that are not here are called with the document's examples. */
export function recipesOf(world: World): Recipes {
  const books = [accounts, applications, authorization, guilds, me, tokens];
  const recipes: Recipes = Object.assign({}, ...books.map((book) => book(world)));
  const more = Object.entries(pictured(world)).map(([id, { cases = [], ...plain }]): [string, Recipe] => {
    const known: Recipe = recipes[id] ?? plain;
    return [id, { ...known, cases: [...(known.cases ?? []), ...cases] }];
  });
  return { ...recipes, ...Object.fromEntries(more) };
}
