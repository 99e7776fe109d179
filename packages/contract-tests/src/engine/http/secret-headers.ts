const SECRET = /^(?:authorization|cookie|proxy-authorization|set-cookie)$/i;

/** Masked whole by where it stands, known or not. The scheme stays, because it is often what is wrong. */
export function shownHeader(name: string, value: string, mask: (text: string) => string): string {
  if (!SECRET.test(name)) return mask(value);
  if (/cookie$/i.test(name)) return value.replace(COOKIES[name.toLowerCase()] ?? /.+/, "$1***");
  const scheme = SCHEME.exec(value)?.[1];
  return scheme === undefined ? "***" : `${scheme} ***`;
}

const SCHEME = /^([A-Za-z][A-Za-z0-9-]*) +(\S.*)$/;

/** The attributes of a cookie that is set are no secrets. */
const COOKIES: Readonly<Record<string, RegExp>> = {
  cookie: /([^=;]+=)[^;]*/g,
  "set-cookie": /^([^=;]+=)[^;]*/,
};

/** The values in a header that are secrets. */
export function secretsIn(name: string, value: string): readonly string[] {
  if (!SECRET.test(name)) return [];
  const pairs = name.toLowerCase() === "set-cookie" ? value.split(";", 1) : value.split(";");
  if (/cookie$/i.test(name)) return pairs.map((pair) => pair.slice(pair.indexOf("=") + 1).trim());
  const [, scheme = "", credentials = value] = SCHEME.exec(value) ?? [];
  return [credentials, ...(/^basic$/i.test(scheme) ? passwordIn(credentials) : [])];
}

/** RFC 6749 2.3.1: each half is form-encoded before they are joined. */
function passwordIn(credentials: string): readonly string[] {
  const text = Buffer.from(credentials, "base64").toString("utf8");
  const password = text.slice(text.indexOf(":") + 1);
  const [decoded = ""] = new URLSearchParams(`=${password}`).values();
  return [password, decoded];
}
