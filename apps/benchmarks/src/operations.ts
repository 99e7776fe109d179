/** What is measured, in the order of the table. */
export const OPERATIONS = {
  introspect: "introspection of a token by its client",
  userinfo: "the token's user",
  me: "the token, its user and its application",
  client_credentials: "a token for the client itself",
  refresh: "a refresh token spent, a new pair issued",
  code: "an authorization code spent, a pair issued",
  applications: "the signed-in user's applications",
  consent: "the signed-in user's consent, a code issued",
} as const;

export type Operation = keyof typeof OPERATIONS;

export const OPERATION_NAMES = Object.keys(OPERATIONS) as Operation[];
