import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Cookies } from "./cookies.ts";
import { PageError } from "./page-error.ts";

/**
 * What a form carries to show that it was made for this browser. Another site can make the browser send the cookie, but it
 * cannot read it, so it cannot say this.
 */
export function formToken(cookie: string): string {
  return createHmac("sha256", cookie).update("form").digest("base64url");
}

/** For the forms of a signed-out browser, with the cookie to set when there is none yet. */
export function signedOutForm(
  cookies: Cookies,
  headers: Headers,
): { token: string; setCookie: string | undefined } {
  const known = cookies.readForm(headers);
  const secret = known ?? randomBytes(16).toString("base64url");
  return { token: formToken(secret), setCookie: known === undefined ? cookies.keepForm(secret) : undefined };
}

/** OWASP ASVS 5.0 3.5.1: a request that changes something proves that it came from our own pages. */
export function checkForm(cookie: string | undefined, token: string | undefined): void {
  if (cookie === undefined || token === undefined || !isSame(formToken(cookie), token)) {
    throw new PageError(
      403,
      "This form has expired",
      "Your browser did not send back the cookie that belongs to this form. Allow cookies for this site, go back, reload the page and try again.",
    );
  }
}

/** A browser names the page that sent a form. Anything that does not name ours is refused, silence too. */
export function checkOrigin(headers: Headers, publicUrl: string): void {
  const site = headers.get("sec-fetch-site");
  const isOurs = headers.get("origin") === publicUrl && site !== "cross-site" && site !== "same-site";
  if (isOurs) return;
  throw new PageError(
    403,
    "This form came from elsewhere",
    `Forms are taken from the pages at ${publicUrl} only. Open that address and try again.`,
  );
}

function isSame(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
