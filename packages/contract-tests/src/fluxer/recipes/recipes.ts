import type { Recipe } from "../../engine/index.ts";
import type { World } from "../world/world.ts";

/** How to call operations, by operationId. */
export type Recipes = Readonly<Record<string, Recipe>>;

export type RecipeBook = (world: World) => Recipes;
