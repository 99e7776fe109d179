import type { WireRequest } from "./wire.ts";
import { CALLBACK, type Client, PASSWORD, type Person } from "./world.ts";

const TOKEN = "/oauth2/token";

const asClient = (path: string, { id, secret }: Client, fields: Record<string, string>): WireRequest => ({
  path,
  form: { client_id: id, client_secret: secret, ...fields },
});

/** The requests of the races and faults, as a client, a user or an owner sends them. */
export const requests = {
  exchange: (client: Client, code: string) =>
    asClient(TOKEN, client, { grant_type: "authorization_code", code, redirect_uri: CALLBACK }),
  refresh: (client: Client, refresh_token: string) =>
    asClient(TOKEN, client, { grant_type: "refresh_token", refresh_token }),
  own: (client: Client) => asClient(TOKEN, client, { grant_type: "client_credentials" }),
  revoke: (client: Client, token: string) => asClient("/oauth2/token/revoke", client, { token }),
  me: (accessToken: string): WireRequest => ({
    method: "GET",
    path: "/oauth2/@me",
    token: `Bearer ${accessToken}`,
  }),
  consent: ({ token }: Person, { id }: Client): WireRequest => ({
    path: "/oauth2/authorize/consent",
    token,
    json: { client_id: id, redirect_uri: CALLBACK, scope: "identify" },
  }),
  deauthorize: ({ token }: Person, { id }: Client): WireRequest => ({
    method: "DELETE",
    path: `/oauth2/@me/authorizations/${id}`,
    token,
  }),
  resetSecret: ({ id, owner }: Client): WireRequest => ({
    path: `/oauth2/applications/${id}/client-secret/reset`,
    token: owner.token,
    json: { password: PASSWORD },
  }),
  deleteApplication: ({ id, owner }: Client): WireRequest => ({
    method: "DELETE",
    path: `/oauth2/applications/${id}`,
    token: owner.token,
    json: { password: PASSWORD },
  }),
};
