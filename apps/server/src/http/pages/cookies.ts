import { parse, serialize } from "hono/utils/cookie";

/**
 * The two cookies: one holds the session token, the other ties the forms of a signed-out browser to it. On https the
 * prefix keeps sibling hosts from setting them.
 */
export function createCookies(config: { publicUrl: string; sessionSeconds: number }) {
  const secure = config.publicUrl.startsWith("https:");
  const name = (plain: string) => (secure ? `__Host-${plain}` : plain);
  const session = name("fluxer_session");
  const form = name("fluxer_form");
  const write = (cookie: string, value: string, maxAge?: number) =>
    serialize(cookie, value, {
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
      secure,
      ...(maxAge !== undefined && { maxAge }),
    });
  return {
    readSession: (headers: Headers) => read(headers, session),
    keepSession: (token: string) => write(session, token, config.sessionSeconds),
    dropSession: () => write(session, "", 0),
    readForm: (headers: Headers) => read(headers, form),
    keepForm: (secret: string) => write(form, secret),
  };
}

export type Cookies = ReturnType<typeof createCookies>;

function read(headers: Headers, name: string): string | undefined {
  return parse(headers.get("cookie") ?? "", name)[name];
}
