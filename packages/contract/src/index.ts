export type { components, operations, paths } from "./generated/api.ts";
export type { OperationId } from "./generated/operations.ts";

import type { components } from "./generated/api.ts";

export type Schemas = components["schemas"];
