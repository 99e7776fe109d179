import { formats } from "@fluxer-oauth2/contract/formats";
import bundle from "@fluxer-oauth2/contract/openapi.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { listCases } from "../../src/conformance.ts";
import { loadSpec, type Operation } from "../../src/engine/index.ts";
import { isForClients } from "../../src/fluxer/policy.ts";

const { operations } = loadSpec(bundle, formats);
const titles = listCases({});

const takes = ({ security }: Operation, scheme: string) => security.some((each) => scheme in each);
const isOpen = (operation: Operation) =>
  !isForClients(operation) && operation.security.some((each) => Object.keys(each).length === 0);
const kindsOf = (operation: Operation) =>
  isForClients(operation)
    ? ["client"]
    : ["session", "accessToken", "botToken"].filter((scheme) => takes(operation, scheme));

type Column = readonly [name: string, titles: Readonly<Record<string, RegExp>>];

/** For each kind of credentials that an operation takes, the case in which they are of this sort. */
const COLUMNS: readonly Column[] = [
  ["none", all(/^without credentials$/)],
  ["a wrong scheme", all(/^with an unknown scheme$/)],
  [
    "malformed",
    {
      session: /a session cut short/,
      accessToken: /an access token cut short/,
      botToken: /a bot token cut short/,
      client: /a Basic header that is none/,
    },
  ],
  [
    "unknown",
    {
      session: /an unknown session/,
      accessToken: /an unknown access token/,
      botToken: /an unknown bot token/,
      client: /an unknown client/,
    },
  ],
  [
    "expired",
    // Bot tokens and secrets have no end of their own.
    { session: /a session that has expired/, accessToken: /an access token that has expired/ },
  ],
  [
    "revoked",
    {
      session: /signed out of/,
      accessToken: /an access token that was revoked/,
      botToken: /a bot token that was replaced/,
      client: /a replaced secret/,
    },
  ],
  ["right", all(/^succeeds with /)],
];

function all(title: RegExp): Column[1] {
  return { session: title, accessToken: title, botToken: title, client: title };
}

/** What operations that are about a thing say when it is not the caller's. */
const OTHERS: Readonly<Record<string, string>> = {
  grantOauth2Consent: "to another user's private bot",
  deauthorizeApplication: "of an application that the caller has not authorized",
  getApplication: "of another user's application",
  updateApplication: "of another user's application",
  deleteApplication: "of another user's application",
  resetClientSecret: "of another user's application",
  listApplicationAuditLogs: "of another user's application",
  updateBotProfile: "of another user's application",
  resetBotToken: "of another user's application",
  getGuild: "by somebody who is not in the guild",
  getGuildMember: "by somebody who is not in the guild",
  listGuildRoles: "by somebody who is not in the guild",
};

const OTHER_APPLICATIONS: Readonly<Record<string, string>> = {
  exchangeOauth2Token:
    "RFC 6749 4.1.2: A code is bound to its client; another one neither gets nor burns anything",
  revokeOauth2Token: "RFC 7009 2.1: A client cannot revoke another client's token",
  introspectOauth2Token: "RFC 7662 2.2: Another client's token is not active to this one",
  getGuild: "getGuild: by another application's bot",
  getGuildMember: "getGuildMember: by another application's bot",
  listGuildRoles: "listGuildRoles: by another application's bot",
};

/** Operations that are about nothing but the caller, or show the same to everybody who may call them. */
const OF_NOBODY_ELSE = new Set([
  ...["exchangeOauth2Token", "revokeOauth2Token", "revokeOauth2TokenAlias", "introspectOauth2Token"],
  ...["getOauth2UserInformation", "getCurrentOauth2User", "listUserOauth2Authorizations"],
  ...["createOauth2Application", "listUserApplications", "listUserApplicationsAlias", "getAdminApplication"],
  ...["listCurrentUserApplications", "getGatewayBot", "logout", "getCurrentUser", "updateCurrentUser"],
  ...[
    "listConnections",
    "createConnection",
    "listCurrentUserGuilds",
    "getUser",
    "listAuditLogs",
    "createGuild",
  ],
]);

describe("the authentication matrix", () => {
  const closed = operations.filter((operation) => !isOpen(operation));

  it.each(COLUMNS)("has for every operation credentials that are: %s", (name, wanted) => {
    const missing = closed.flatMap((operation) =>
      kindsOf(operation).flatMap((kind) => {
        const own = titles.filter((title) => title.startsWith(`${operation.id}: `));
        const cells = own.map((title) => title.slice(operation.id.length + 2));
        const title = wanted[kind];
        return title === undefined || cells.some((cell) => title.test(cell))
          ? []
          : [`${operation.id} ${kind}`];
      }),
    );
    expect(missing, name).toEqual([]);
  });

  it("has for every operation each kind of credentials that it does not take", () => {
    const schemes = ["session", "accessToken", "botToken", "clientBasic"];
    const missing = closed.flatMap((operation) =>
      schemes
        .filter((scheme) => !takes(operation, scheme))
        .map((scheme) => `${operation.id}: with ${scheme}, which it does not take`),
    );
    expect(missing.filter((title) => !titles.includes(title))).toEqual([]);
  });

  it("has for every scope that an operation needs a token without it", () => {
    const missing = closed.flatMap(({ id, security }) =>
      security.flatMap(({ accessToken = [] }) =>
        accessToken.map((scope) => `${id}: with accessToken without the scope ${scope}`),
      ),
    );
    expect(missing.filter((title) => !titles.includes(title))).toEqual([]);
  });

  it("has for every operation the things of others, or a reason why there are none", () => {
    const untold = closed.filter(({ id }) => !OF_NOBODY_ELSE.has(id) && !(id in OTHERS));
    expect(untold.map(({ id }) => id)).toEqual([]);
    const wanted = Object.entries(OTHERS).map(([id, name]) => `${id}: ${name}`);
    const missing = [...wanted, ...Object.values(OTHER_APPLICATIONS)].filter(
      (title) => !titles.includes(title),
    );
    expect(missing).toEqual([]);
  });
});
