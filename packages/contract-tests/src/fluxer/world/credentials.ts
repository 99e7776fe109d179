import type { Authorization } from "../../engine/index.ts";

export interface Client {
  id: string;
  secret: string;
}

export function session(token: string): Authorization {
  return { headers: { authorization: token } };
}

export function bearer(token: string): Authorization {
  return { headers: { authorization: `Bearer ${token}` } };
}

export function bot(token: string): Authorization {
  return { headers: { authorization: `Bot ${token}` } };
}

/** RFC 6749 2.3.1: both are form-encoded before they are joined. */
export function basic({ id, secret }: Client): Authorization {
  const [user, password] = [id, secret].map((part) => new URLSearchParams([["", part]]).toString().slice(1));
  return { headers: { authorization: `Basic ${btoa(`${user}:${password}`)}` } };
}

export function inBody({ id, secret }: Client): Authorization {
  return { body: { client_id: id, client_secret: secret } };
}
