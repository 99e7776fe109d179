import type { Patch } from "../patch.ts";
import { AUTHORIZING } from "./authorizing.ts";
import { CALLERS } from "./callers.ts";
import { CLIENTS } from "./clients.ts";
import { CODES } from "./codes.ts";
import { ENDINGS } from "./endings.ts";
import { GUARDS } from "./guards.ts";
import { OWNERS } from "./owners.ts";
import { REFRESHING } from "./refreshing.ts";
import { TOKENS } from "./tokens.ts";

/** The mistakes that this server can be made to make, each one that a real provider has made or nearly made. */
export const PATCHES: readonly Patch[] = [
  ...CODES,
  ...REFRESHING,
  ...TOKENS,
  ...ENDINGS,
  ...AUTHORIZING,
  ...CLIENTS,
  ...CALLERS,
  ...OWNERS,
  ...GUARDS,
];
