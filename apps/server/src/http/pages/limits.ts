import { operationTable } from "@fluxer-oauth2/contract/operations";
import { countAddress, createCount } from "../counting.ts";
import type { PageDependencies, PageRequest } from "./page.ts";

type Limited = "login" | "register" | "grantOauth2Consent";

/** A form counts together with the operation that does the same, so that neither is a way around the other. */
export function createLimit(operation: Limited, { limits, clock }: PageDependencies) {
  const count = createCount(operationTable[operation].extensions["x-rate-limit"], limits, clock);
  return ({ context, session }: PageRequest): Promise<void> =>
    operation === "grantOauth2Consent" && session
      ? count(`user:${session.caller.userId}`, context)
      : countAddress(count, context);
}
