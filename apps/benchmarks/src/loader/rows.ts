import { newUser } from "@fluxer-oauth2/server/src/accounts/registration.ts";
import type { Row } from "@fluxer-oauth2/server/src/db/schema.ts";
import { type Credentials, kept } from "./credentials.ts";
import type { Timeline } from "./timeline.ts";

export const CALLBACK = "https://app.example/callback";
export const SCOPE = "identify email";

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const ACCESS_TTL = 7 * DAY;
const REFRESH_TTL = 30 * DAY;
const CODE_TTL = 60 * SECOND;

type Loadable =
  | "users"
  | "sessions"
  | "applications"
  | "clientSecrets"
  | "grants"
  | "consents"
  | "authorizationCodes"
  | "accessTokens"
  | "refreshTokens";

/** The rows of a table in the order of their keys, as a server would have written them. */
export type TableRows = { readonly [Name in Loadable]: () => Generator<Row<Name>, void> };

type Make<R> = (index: number) => R;

function* each<R>(count: number, make: Make<R>): Generator<R, void> {
  for (let index = 0; index < count; index++) yield make(index);
}

/** In an order that satisfies every foreign key. */
export function tableRows(timeline: Timeline, credentials: Credentials): TableRows {
  const { users, applications, grants, pairs } = timeline.shape;
  return {
    *users() {
      yield* each(users, person(timeline, credentials));
      yield* each(applications, bot(timeline, credentials));
    },
    sessions: () => each(users, session(timeline, credentials)),
    applications: () => each(applications, application(timeline, credentials)),
    clientSecrets: () => each(applications, clientSecret(timeline, credentials)),
    *grants() {
      yield* each(applications, clientGrant(timeline, credentials));
      yield* each(grants, grant(timeline, credentials));
    },
    consents: () => each(grants, consent(timeline, credentials)),
    authorizationCodes: () => each(grants, code(timeline, credentials)),
    accessTokens: () => each(pairs, accessToken(timeline, credentials)),
    refreshTokens: () => each(pairs, refreshToken(timeline, credentials)),
  };
}

const person = (timeline: Timeline, { userId }: Credentials): Make<Row<"users">> => {
  return (index) => {
    const email = `user_${index}@example.com`;
    const user = newUser(userId(index), `user_${index}`, timeline.userTime(index));
    return { ...user, discriminator: 1, email, emailLower: email };
  };
};

const bot = (timeline: Timeline, { applicationId }: Credentials): Make<Row<"users">> => {
  return (index) => {
    const user = newUser(applicationId(index), `app_${index}`, timeline.applicationTime(index));
    return { ...user, discriminator: 1, bot: true };
  };
};

const session = (timeline: Timeline, { userId, session }: Credentials): Make<Row<"sessions">> => {
  return (index) => ({
    ...kept(session(index)),
    userId: userId(index),
    createdAt: timeline.userTime(index),
    expiresAt: timeline.userTime(index) + REFRESH_TTL,
    lastSeenAt: null,
  });
};

const application = (timeline: Timeline, credentials: Credentials): Make<Row<"applications">> => {
  return (index) => ({
    id: credentials.applicationId(index),
    ownerId: credentials.userId(timeline.ownerOf(index)),
    name: `app_${index}`,
    description: null,
    icon: null,
    redirectUris: [CALLBACK],
    botPublic: true,
    botRequireCodeGrant: false,
    flags: 0,
    trusted: false,
    botTokenHash: kept(credentials.clientSecret(index)).secretHash,
    clientGrantId: credentials.clientGrantId(index),
    createdAt: timeline.applicationTime(index),
  });
};

const clientSecret = (timeline: Timeline, credentials: Credentials): Make<Row<"clientSecrets">> => {
  return (index) => ({
    ...kept(credentials.clientSecret(index)),
    applicationId: credentials.applicationId(index),
    createdAt: timeline.applicationTime(index),
    expiresAt: null,
    lastUsedAt: null,
  });
};

const clientGrant = (timeline: Timeline, credentials: Credentials): Make<Row<"grants">> => {
  return (index) => ({
    id: credentials.clientGrantId(index),
    applicationId: credentials.applicationId(index),
    userId: credentials.applicationId(index),
    kind: "client_credentials",
    scope: "identify guilds bot",
    createdAt: timeline.applicationTime(index),
    revokedAt: null,
  });
};

const grant = (timeline: Timeline, credentials: Credentials): Make<Row<"grants">> => {
  return (index) => ({
    id: credentials.grantId(index),
    applicationId: credentials.applicationId(timeline.applicationOf(index)),
    userId: credentials.userId(timeline.userOf(index)),
    kind: "authorization_code",
    scope: SCOPE,
    createdAt: timeline.pairTime(index),
    revokedAt: null,
  });
};

const consent = (timeline: Timeline, credentials: Credentials): Make<Row<"consents">> => {
  return (index) => ({
    userId: credentials.userId(timeline.userOf(index)),
    applicationId: credentials.applicationId(timeline.applicationOf(index)),
    scope: SCOPE,
    authorizedAt: timeline.pairTime(index),
  });
};

const code = (timeline: Timeline, credentials: Credentials): Make<Row<"authorizationCodes">> => {
  return (index) => ({
    ...kept(credentials.code(index)),
    grantId: credentials.grantId(index),
    redirectUri: CALLBACK,
    codeChallenge: null,
    createdAt: timeline.pairTime(index),
    expiresAt: timeline.pairTime(index) + CODE_TTL,
    spentAt: timeline.pairTime(index),
    burntAt: null,
  });
};

const accessToken = (timeline: Timeline, credentials: Credentials): Make<Row<"accessTokens">> => {
  return (index) => ({
    ...kept(credentials.access(index)),
    grantId: credentials.grantId(timeline.grantOf(index)),
    scope: SCOPE,
    createdAt: timeline.pairTime(index),
    expiresAt: timeline.pairTime(index) + ACCESS_TTL,
    revokedAt: null,
  });
};

const refreshToken = (timeline: Timeline, credentials: Credentials): Make<Row<"refreshTokens">> => {
  return (index) => {
    const next = timeline.successorOf(index);
    return {
      ...kept(credentials.refresh(index)),
      grantId: credentials.grantId(timeline.grantOf(index)),
      scope: SCOPE,
      generation: timeline.generationOf(index),
      createdAt: timeline.pairTime(index),
      expiresAt: timeline.pairTime(index) + REFRESH_TTL,
      spentAt: next === undefined ? null : timeline.pairTime(next),
      successorId: next === undefined ? null : credentials.refreshId(next),
      successorAccessId: next === undefined ? null : credentials.accessId(next),
    };
  };
};
