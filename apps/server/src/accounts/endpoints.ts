import { auditLogEntry } from "../audit/entry.ts";
import { occasion } from "../audit/event.ts";
import { listEvents } from "../audit/page.ts";
import { ApiError, type ApiErrorCode } from "../http/errors.ts";
import type { Handlers } from "../http/operation.ts";
import { connect, listConnections } from "./connections.ts";
import type { AccountDeps } from "./deps.ts";
import { imageField, present, trimmed } from "./fields.ts";
import { changeProfile } from "./profile.ts";
import { createAccount } from "./registration.ts";
import { connectionResponse, fullUser, publicUser } from "./responses.ts";
import { endSession } from "./sessions.ts";
import { signIn } from "./sign-in.ts";
import type { Connection } from "./store/connections.ts";
import { findUser, type User } from "./store/users.ts";

export const accountEndpoints = (deps: AccountDeps) =>
  ({
    async register({ body, context, reply }) {
      const session = await createAccount(deps, occasion(deps, context), {
        email: body.email,
        username: body.username,
        globalName: body.global_name?.trim() ?? null,
        password: body.password,
        dateOfBirth: body.date_of_birth ?? null,
      });
      return reply(200, { user_id: session.userId, token: session.token }, NO_STORE);
    },

    async login({ body, context, reply }) {
      const session = await signIn(deps, occasion(deps, context), body);
      if (session === undefined) throw wrongCredentials();
      return reply(200, { user_id: session.userId, token: session.token }, NO_STORE);
    },

    async logout({ caller, reply }) {
      await endSession(deps, caller.sessionId);
      return reply(204);
    },

    async getCurrentUser({ caller, reply }) {
      const user = await existing(deps, caller.userId, "INVALID_TOKEN");
      const isOwnEmail = caller.kind !== "token" || caller.scopes.includes("email");
      return reply(200, isOwnEmail ? fullUser(user) : publicUser(user));
    },

    async updateCurrentUser({ body, caller, reply }) {
      const change = present({
        username: body.username,
        globalName: trimmed(body.global_name),
        bio: trimmed(body.bio),
        avatar: imageField("avatar", body.avatar),
      });
      const user = await deps.db.atomically(function* (tx) {
        const [before] = yield* tx.run(findUser, { id: caller.userId });
        if (before === undefined) throw new ApiError("INVALID_TOKEN");
        return yield* changeProfile(tx, before, change);
      });
      return reply(200, fullUser(user));
    },

    async getUser({ params, caller, reply }) {
      const user = await existing(deps, params.id, "UNKNOWN_USER");
      // The only access tokens that get here are an administrator's.
      return reply(200, caller.kind === "token" ? fullUser(user) : publicUser(user));
    },

    async listConnections({ caller, reply }) {
      const connections = await listConnections(deps.db, caller.userId);
      const isVisible = ({ visibility }: Connection) => caller.kind === "user" || visibility === 1;
      return reply(200, connections.filter(isVisible).map(connectionResponse));
    },

    async createConnection({ body, caller, context, reply }) {
      const moment = occasion(deps, context);
      const connection = await connect(deps.db, moment, {
        id: deps.snowflakes.next(),
        userId: caller.userId,
        type: body.type,
        name: body.name.trim(),
        verified: false,
        visibility: body.visibility ?? 1,
        createdAt: moment.createdAt,
      });
      return reply(200, connectionResponse(connection));
    },

    async listAuditLogs({ query, reply }) {
      const events = await listEvents(deps.db, query);
      return reply(200, events.map(auditLogEntry));
    },
  }) satisfies Pick<
    Handlers,
    | "register"
    | "login"
    | "logout"
    | "getCurrentUser"
    | "updateCurrentUser"
    | "getUser"
    | "listConnections"
    | "createConnection"
    | "listAuditLogs"
  >;

const NO_STORE = { "cache-control": "no-store" };

async function existing({ db }: AccountDeps, id: string, otherwise: ApiErrorCode): Promise<User> {
  const [user] = await db.read(findUser, { id });
  if (user === undefined) throw new ApiError(otherwise);
  return user;
}

/** One answer for a wrong address and a wrong password, so that nobody learns which accounts exist. */
function wrongCredentials(): ApiError {
  const fault = { code: "INVALID_LOGIN", message: "The address or the password is wrong." };
  const errors = ["email", "password"].map((path) => ({ path, ...fault }));
  return new ApiError("INVALID_FORM_BODY", { errors, reason: "wrong credentials" });
}
