/**
 * The path that is routed. Everything is served under /v1 too, and clients that escape more than they must write
 * `%40me` for `@me`; all other escapes stay as they are, for the parameters.
 */
export function pathOf(request: Request): string {
  const { url } = request;
  const start = url.indexOf("/", url.indexOf("://") + 3);
  const end = url.slice(start).search(/[?#]/);
  const path = end < 0 ? url.slice(start) : url.slice(start, start + end);
  const rooted = path.startsWith("/v1/") ? path.slice(3) : path;
  return rooted.includes("%40") ? rooted.replaceAll("%40", "@") : rooted;
}
