import { type FormTarget, formTarget } from "./headers.ts";

const AUTHORIZE = "/oauth2/authorize?";

/** What an authorization request that is to go on says of itself. Nothing of it is trusted before it is made again. */
export type Next = {
  readonly next: string | undefined;
  readonly target: FormTarget;
  readonly clientId: string | undefined;
};

/** Where to go on after signing in: to an authorization request of ours and nowhere else (RFC 9700 4.11). */
export function nextOf(text: string | undefined): Next {
  if (text === undefined || !isLocal(text)) return { next: undefined, target: "self", clientId: undefined };
  const parameters = new URLSearchParams(text.slice(AUTHORIZE.length));
  return {
    next: text,
    target: formTarget(parameters.get("redirect_uri") ?? undefined),
    clientId: /^[0-9]{1,19}$/.exec(parameters.get("client_id") ?? "")?.[0],
  };
}

export function authorizePath(parameters: Readonly<Record<string, string>>): string {
  return AUTHORIZE + new URLSearchParams(parameters);
}

function isLocal(text: string): boolean {
  return text.startsWith(AUTHORIZE) && /^[!-[\]-~]+$/.test(text) && !text.includes("//");
}
