// What the server publishes: register every component, then each route that it mounts.
import bundle from "./generated/openapi.json" with { type: "json" };
import { routes } from "./generated/routes.ts";
import { componentSchemas } from "./generated/schemas.ts";
import { contract } from "./specification.ts";

export const { documentHead, registerComponents, registerRoute, emitDocument } = contract(
  bundle,
  componentSchemas,
  routes,
);
