import { MissingCredentialsError } from "./errors.ts";

/** A token, or a function that is asked for it before each request. */
export type Token = string | (() => string | Promise<string>);

/**
 * What the client may act as. Each operation takes the first of its documented security alternatives for which there are
 * credentials here, so that one client can hold several.
 */
export interface Credentials {
  /** A user's session token, sent bare. */
  session?: Token;
  /** An access token, sent as `Bearer` (RFC 6750 2.1). */
  accessToken?: Token;
  /** A bot token, sent as `Bot`. */
  botToken?: Token;
  /** A client's own credentials, sent by HTTP Basic (RFC 6749 2.3.1). */
  client?: { id: string; secret: string };
}

type Alternative = Readonly<Record<string, unknown>>;

/** The Authorization header for an operation; undefined where the operation takes none. */
export async function authorization(
  security: readonly Alternative[],
  credentials: Credentials,
  operation: string,
): Promise<string | undefined> {
  for (const alternative of security) {
    const [scheme] = Object.keys(alternative);
    if (scheme === undefined) return undefined;
    const header = await headerFor(scheme, credentials);
    if (header !== undefined) return header;
  }
  throw new MissingCredentialsError(
    operation,
    security.flatMap((alternative) => Object.keys(alternative)),
  );
}

async function headerFor(scheme: string, credentials: Credentials): Promise<string | undefined> {
  const { session, accessToken, botToken, client } = credentials;
  if (scheme === "session" && session !== undefined) return read(session);
  if (scheme === "accessToken" && accessToken !== undefined) return `Bearer ${await read(accessToken)}`;
  if (scheme === "botToken" && botToken !== undefined) return `Bot ${await read(botToken)}`;
  if (scheme === "clientBasic" && client !== undefined) return basic(client.id, client.secret);
  return undefined;
}

async function read(token: Token): Promise<string> {
  return typeof token === "function" ? token() : token;
}

// RFC 6749 2.3.1: each part is form-encoded before they are joined.
function basic(id: string, secret: string): string {
  return `Basic ${btoa(`${formEncode(id)}:${formEncode(secret)}`)}`;
}

function formEncode(value: string): string {
  return new URLSearchParams([["", value]]).toString().slice(1);
}
