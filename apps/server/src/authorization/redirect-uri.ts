// Read by hand, because URL would first repair what must be compared as it came. Only `localhost` has subdomains.
const LOOPBACK =
  /^(http:\/\/(?:(?:[a-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\]))(?::([1-9][0-9]{0,4}))?((?:[/?].*)?)$/;

/**
 * RFC 9700 4.1.3: authorization servers MUST utilize exact string matching, except for port numbers in localhost
 * redirection URIs of native apps.
 */
export function isRegistered(registered: readonly string[], requested: string): boolean {
  if (registered.includes(requested)) return true;
  const wanted = withoutLoopbackPort(requested);
  return wanted !== undefined && registered.some((uri) => withoutLoopbackPort(uri) === wanted);
}

/** RFC 8252 7.3: the authorization server MUST allow any port to be specified at the time of the request. */
function withoutLoopbackPort(uri: string): string | undefined {
  const [, origin, port = "80", rest] = LOOPBACK.exec(uri) ?? [];
  if (origin === undefined || Number(port) > 65_535) return undefined;
  return `${origin}${rest}`;
}
