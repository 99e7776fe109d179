import type { Case, Spec } from "../../engine/index.ts";
import type { World } from "../world/world.ts";
import applicationDefaults from "./application-defaults.ts";
import applicationLimit from "./application-limit.ts";
import applicationLists from "./application-lists.ts";
import applicationScopes from "./application-scopes.ts";
import applicationViews from "./application-views.ts";
import auditLog, { misuse, oneGuess } from "./audit-log.ts";
import authorizations from "./authorizations.ts";
import { nothingLeft, permissions, privateBot, withoutBot, withoutRedirect } from "./bot-consent.ts";
import botProfile from "./bot-profile.ts";
import botUsernames from "./bot-usernames.ts";
import clientSecrets, { lastUse, overlapEnds } from "./client-secrets.ts";
import connections from "./connections.ts";
import consentPage, { botAlone, counted, meanwhile, privateOnPage, signedOut } from "./consent-page.ts";
import deauthorization from "./deauthorization.ts";
import deletion from "./deletion.ts";
import fieldErrors from "./field-errors.ts";
import metadata from "./metadata.ts";
import { caseOf } from "./promise.ts";
import redirectUris, { loopback } from "./redirect-uris.ts";
import rememberedConsent from "./remembered-consent.ts";
import repeatedParameters from "./repeated-parameters.ts";
import secretReset from "./secret-reset.ts";
import subject, { botSubject } from "./subject.ts";
import { codeTime, lastSecond, retry, retryAfterUse, secrets, tokenTime } from "./token-times.ts";

const PROMISES = [
  metadata,
  applicationDefaults,
  applicationViews,
  applicationLists,
  applicationLimit,
  applicationScopes,
  botProfile,
  botUsernames,
  fieldErrors,
  clientSecrets,
  overlapEnds,
  lastUse,
  secretReset,
  deletion,
  redirectUris,
  loopback,
  repeatedParameters,
  rememberedConsent,
  withoutRedirect,
  permissions,
  privateBot,
  nothingLeft,
  withoutBot,
  consentPage,
  botAlone,
  privateOnPage,
  counted,
  meanwhile,
  signedOut,
  authorizations,
  deauthorization,
  auditLog,
  misuse,
  oneGuess,
  subject,
  botSubject,
  connections,
  codeTime,
  tokenTime,
  lastSecond,
  retry,
  retryAfterUse,
  secrets,
];

/** What the descriptions in the document promise. */
export function promiseCases(spec: Spec, world: World): Case[] {
  return PROMISES.map((each) => caseOf(each, spec, world));
}
