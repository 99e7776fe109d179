import { formats } from "@fluxer-oauth2/contract/formats";
import { invalidField } from "../http/errors.ts";

/** The schemas' patterns come first; they keep out fragments, user information, wildcards and white space. */
export function checkRedirectUris(
  uris: readonly string[],
  mayUseHttp: (uri: string) => boolean = () => false,
): string[] {
  uris.forEach((uri, index) => {
    const host = hostOf(uri);
    const isAllowed = host !== undefined && (uri.startsWith("https:") || isLoopback(host) || mayUseHttp(uri));
    if (isAllowed) return;
    throw invalidField(`redirect_uris.${index}`, "INVALID_FORMAT", "This redirect URI cannot be registered.");
  });
  return [...new Set(uris)];
}

/** RFC 6749 3.1.2: the redirection endpoint URI MUST be an absolute URI as defined by RFC 3986 4.3. */
function hostOf(uri: string): string | undefined {
  const host = /^https?:\/\/(\[[^\]]+\]|[^:/?]+)(?::[0-9]+)?(?:[/?]|$)/.exec(uri)?.[1];
  if (host === undefined || !formats.uri.validate(uri) || !URL.canParse(uri)) return undefined;
  // Browsers go where they think the URI leads: a host that they read as another one (0177.0.0.1, %65xample) is refused.
  return new URL(uri).hostname === host.toLowerCase() ? host : undefined;
}

/** RFC 8252 7.3 and 8.3: plain http only where it never leaves the device. */
function isLoopback(host: string): boolean {
  return /^(?:(?:.+\.)?localhost|127\.0\.0\.1|\[::1\])$/i.test(host);
}
