import { hashOf } from "../../src/lib/secret.ts";
import type { Exchange } from "./recorder.ts";

export type Secret = {
  /** What it is, to tell of it without showing it. */
  readonly name: string;
  /** The part that nobody may find: without prefix and id, which may well be told. */
  readonly text: string;
  /** Where only its hash may be: the database. */
  readonly isHash: boolean;
};

// The kinds of src/lib/secret.ts, by what they look like.
const CREDENTIAL = /(fx[acrsq]_|flx_)[0-9A-Za-z]{14}([0-9A-Za-z]{22,43})/g;
const BOT_TOKEN = /\b[0-9]{1,19}\.([0-9A-Za-z]{43})\b/g;

/** Every credential that was given out, every password that was chosen, and what is made of them. */
export function secretsOf(exchanges: readonly Exchange[]): readonly Secret[] {
  const given = exchanges.flatMap(({ body, headers }) => [body, ...headers.map(([, value]) => value)]);
  const texts = new Set(given);
  const found = [...texts].flatMap((text) => [
    ...[...text.matchAll(CREDENTIAL)].flatMap(([token, kind = "", secret = ""]) =>
      secretOf(kind, token, secret),
    ),
    ...[...text.matchAll(BOT_TOKEN)].flatMap(([token, secret = ""]) => secretOf("bot", token, secret)),
  ]);
  const passwords = exchanges.filter(({ status }) => status < 400).flatMap(({ sent }) => passwordsIn(sent));
  const basics = exchanges.flatMap(({ body }) => basicsIn(body));
  const all = [...found, ...plain("password", passwords), ...plain("Basic credentials", basics)];
  return [...new Map(all.map((secret) => [secret.text, secret])).values()];
}

/** One that is known from elsewhere. */
export function plain(name: string, texts: readonly string[]): Secret[] {
  return texts.map((text) => ({ name, text, isHash: false }));
}

function secretOf(kind: string, token: string, secret: string): Secret[] {
  return [
    { name: `${kind} credential`, text: secret, isHash: false },
    { name: `hash of a ${kind} credential`, text: hashOf(token), isHash: true },
  ];
}

function passwordsIn(sent: string): string[] {
  // A shorter one, with which the least length is tried, stands in other words too.
  const json = /"(?:password|code_verifier)":"([^"\\]{16,})"/g;
  const form = /(?:^|&)(?:password|code_verifier)=([^&%+]{16,})/g;
  const texts = [json, form].flatMap((pattern) => [...sent.matchAll(pattern)].map(([, text = ""]) => text));
  // One character again and again is what limits are tried with, in names as in passwords.
  return texts.filter((text) => new Set(text).size > 1);
}

/** What a client sends as Basic, in the form in which a header would be logged. */
function basicsIn(body: string): string[] {
  const secret = /"client_secret":"(fxs_[0-9A-Za-z]+)"/.exec(body)?.[1];
  const id = /"id":"([0-9]+)"/.exec(body)?.[1];
  return secret && id ? [Buffer.from(`${id}:${secret}`).toString("base64")] : [];
}
