// Checked by the compiler, never run: each @ts-expect-error is an answer or a handler that must not compile.
import type { Caller } from "../../src/http/caller.ts";
import { ApiError, OAuthError } from "../../src/http/errors.ts";
import type { Body, Handlers, Params, Query } from "../../src/http/operation.ts";
import type { ReplyFunction } from "../../src/http/reply.ts";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_T extends true>() => {};

declare const application: ReplyFunction<"getApplication">;
declare const applications: ReplyFunction<"listUserApplications">;
declare const publicApplication: ReplyFunction<"getPublicApplication">;
declare const tokens: ReplyFunction<"exchangeOauth2Token">;
declare const revoked: ReplyFunction<"revokeOauth2Token">;
declare const loggedOut: ReplyFunction<"logout">;
declare const authorized: ReplyFunction<"authorize">;

const documented = { id: "1", name: "a", redirect_uris: [], bot_public: true, bot_require_code_grant: false };
const bot = { id: "1", username: "a", discriminator: "0001", bio: null, flags: 0 };
const pair = {
  access_token: "a",
  token_type: "Bearer",
  expires_in: 1,
  refresh_token: "r",
  scope: "bot",
} as const;
const { refresh_token: _, ...single } = pair;

export function whatCompiles() {
  application(200, documented);
  application(200, { ...documented, bot });
  applications(
    200,
    [documented].map((row) => ({ ...row })),
  );
  publicApplication(200, publicly(null));
  publicApplication(200, { ...publicly(bot), name: "b" });
  tokens(200, pair);
  tokens(200, single);
  revoked(200, {});
  loggedOut(204);
  authorized(200, "<!doctype html>");
  authorized(302, undefined, { location: "/", "set-cookie": ["a=1", "b=2"] });
}

type Documented = typeof documented;
type Row = Documented & { secretHash: string };

export function whatDoesNot(row: Row, either: Documented | Row, maybe: string | undefined) {
  // @ts-expect-error a column that is not in the schema
  application(200, row);
  // @ts-expect-error the same, spread
  application(200, { ...row });
  // @ts-expect-error the same, in a nested object
  application(200, { ...documented, bot: { ...bot, tokenHash: "h" } });
  // @ts-expect-error the same, inside an array
  applications(200, [row]);
  // @ts-expect-error the same, where null is allowed too
  publicApplication(200, publicly({ ...bot, tokenHash: "h" }));
  // @ts-expect-error the same, in one member of a union that the value may be
  application(200, either);
  // @ts-expect-error the same, beside a union of schemas
  tokens(200, { ...single, id_token: "i" });
  // @ts-expect-error the same, in an object that has no members at all
  revoked(200, { token: "t" });
  // @ts-expect-error a required member is missing
  application(200, { id: "1" });
  // @ts-expect-error an explicit undefined is not an absent member
  application(200, { ...documented, client_secret: maybe });
  // @ts-expect-error null where the schema does not say so
  application(200, { ...documented, bot: null });
  // @ts-expect-error a value outside an enum
  tokens(200, { ...pair, token_type: "bearer" });
  // @ts-expect-error a status that is not documented
  application(201, documented);
  // @ts-expect-error an error, which must be thrown
  application(404, { code: "UNKNOWN_APPLICATION", message: "" });
  // @ts-expect-error a body is missing
  application(200);
  // @ts-expect-error 204 has no body
  loggedOut(204, {});
  // @ts-expect-error a page is text
  authorized(200, { html: "" });
  // @ts-expect-error a redirect has no body
  authorized(302, "moved");
  // @ts-expect-error no such code in the API family
  new ApiError("invalid_grant");
  // @ts-expect-error no such code in the OAuth family
  new OAuthError("UNKNOWN_APPLICATION", "");
}

export const handlers = {
  // @ts-expect-error the answer of another operation
  getApplication: async () => publicApplication(200, publicly(bot)),
  // @ts-expect-error an answer that reply did not make
  logout: async () => ({ status: 204, body: null, headers: undefined }),
  // @ts-expect-error the caller of a public operation is nobody
  getPublicApplication: async ({ caller, reply }) => reply(200, publicly(caller.userId ? bot : null)),
} satisfies Partial<Handlers>;

// @ts-expect-error no such operation
export const unknown = { getSecrets: async () => {} } satisfies Partial<Handlers>;

// @ts-expect-error operations are missing
export const incomplete = { logout: async ({ reply }) => reply(204) } satisfies Handlers;

export function whatIsKnown() {
  holds<Equal<Caller<"logout">["kind"], "user">>();
  holds<Equal<Caller<"getCurrentUser">["kind"], "user" | "bot" | "token">>();
  holds<Equal<Caller<"getOauth2UserInformation">["kind"], "token">>();
  holds<Equal<Caller<"getGatewayBot">["kind"], "bot">>();
  holds<Equal<Caller<"exchangeOauth2Token">["kind"], "client">>();
  holds<Equal<Caller<"register">, undefined>>();
  holds<Equal<Params<"getGuildMember">, { id: string; userId: string }>>();
  holds<Equal<Params<"register">, undefined>>();
  holds<Equal<Query<"listAuditLogs">["limit"], number>>();
  holds<Equal<Query<"getGuild">, undefined>>();
  holds<Equal<Body<"getGuild">, undefined>>();
  holds<Equal<Body<"createGuild">["name"], string>>();
  holds<Equal<undefined extends Body<"deleteApplication"> ? true : false, true>>();
  holds<
    Equal<
      Body<"exchangeOauth2Token">["grant_type"],
      "authorization_code" | "refresh_token" | "client_credentials"
    >
  >();
}

function publicly<B>(bot: B) {
  return {
    id: "1",
    name: "a",
    redirect_uris: [],
    bot_public: true,
    description: null,
    icon: null,
    scopes: [],
    bot,
  };
}
