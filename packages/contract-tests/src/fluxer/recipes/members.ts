// What the document cannot say of the values of members and parameters, and what a value that it allows is answered with.
import type { Expectation, MemberKnowledge } from "../../engine/index.ts";
import type { World } from "../world/world.ts";

type Members = Readonly<Record<string, MemberKnowledge>>;

/** An identifier in the path must be of something: one that is only well-formed is of nothing. */
export function identifier(name: string): Members {
  return { [name]: { answer: { status: [404] } } };
}

/** Operations that are confirmed by the password of the account, which one value only is. */
export const confirmation: Members = {
  password: {
    fixed: (value) =>
      value === undefined
        ? "the document has the password as optional; the operation asks for it with a 403"
        : "only the account's own password is right",
  },
};

export const credentials: Members = {
  email: { fixed: "only an account's own address is right" },
  password: { fixed: "only the account's own password is right" },
};

const INVALID_CLIENT: Expectation = { status: [401], body: { error: "invalid_client" } };
const INVALID_GRANT: Expectation = { status: [400], body: { error: "invalid_grant" } };
const INVALID_SCOPE: Expectation = { status: [400], body: { error: "invalid_scope" } };

const unlessAbsent = (answer: Expectation): MemberKnowledge => ({
  answer: (value) => (value === undefined ? undefined : answer),
});

/** Values of the right form that are nobody's: refused for that, and not for their form. */
export const client: Members = {
  client_id: unlessAbsent(INVALID_CLIENT),
  client_secret: unlessAbsent(INVALID_CLIENT),
};

export const tokenRequest: Members = {
  ...client,
  code: unlessAbsent(INVALID_GRANT),
  refresh_token: unlessAbsent(INVALID_GRANT),
  scope: { answer: (value) => (value === undefined || isOwnScope(value) ? undefined : INVALID_SCOPE) },
  redirect_uri: {
    ofLength: redirectUriOfLength,
    answer: (value) => (isRedirectUri(value) ? undefined : INVALID_GRANT),
  },
};

/** What a client may have for itself. */
function isOwnScope(value: unknown): boolean {
  return String(value)
    .split(" ")
    .every((word) => ["identify", "guilds", "bot"].includes(word));
}

export const consentRequest: Members = {
  client_id: { answer: { status: [404], body: { code: "UNKNOWN_APPLICATION" } } },
  guild_id: {
    fixed: (value) =>
      value === undefined
        ? undefined
        : "only a guild's own identifier is right, and it is too large for a number",
  },
  redirect_uri: {
    ofLength: redirectUriOfLength,
    fixed: (value) => {
      if (value === undefined)
        return "it may be left out for the scope bot alone, which is a case of its own";
      return isRedirectUri(value) ? undefined : "no redirect URI is so short";
    },
  },
  scope: { fixed: "a scope is one of six words" },
  code_challenge_method: {
    fixed: (value) =>
      value === undefined ? undefined : "it needs a challenge beside it, which is a case of its own",
  },
};

export const authorizeRequest: Members = {
  client_id: { answer: { status: [400] } },
  redirect_uri: {
    ofLength: redirectUriOfLength,
    answer: (value) => (isRedirectUri(value) ? undefined : { status: [400] }),
  },
};

const HOST = "https://client.example/";

function redirectUriOfLength(length: number): string {
  return HOST.padEnd(length, "callback-").slice(0, length);
}

export function isRedirectUri(value: unknown): value is string {
  return typeof value === "string" && value.startsWith(HOST);
}

/** Each address can be registered once, and the accounts stay. */
export function newAddress({ newEmail }: World): MemberKnowledge {
  return {
    fixed: (value) =>
      String(value).length < newEmail().length ? "addresses this short are soon all registered" : undefined,
    ofLength: (length) => {
      const [local = "", domain = ""] = newEmail().split("@");
      const missing = length - local.length - domain.length - 1;
      if (missing < 2) return "a@b".slice(0, length);
      return `${local}@${labels(missing)}.${domain}`.slice(0, length);
    },
  };
}

/** A host name of this length: RFC 1035 2.3.4 allows 63 characters to a label. */
function labels(length: number): string {
  const most = 63;
  if (length - 1 <= most) return "a".repeat(length - 1);
  const first = length - 1 - (most + 1) === 0 ? most - 1 : most;
  return `${"a".repeat(first)}.${labels(length - first - 1)}`;
}

const PREFIX = "data:image/webp;base64,";
const SMALLEST_IMAGE = 32;

/** An image in Base64 that is so many characters long, or the nearest to it. */
export const image: MemberKnowledge = {
  ofLength: (length) => {
    if (length < PREFIX.length + SMALLEST_IMAGE) return "A".repeat(length);
    if (made.length !== length) made = imageOf(length);
    return made;
  },
  fixed: (value) =>
    typeof value === "string" && value.length < SMALLEST_IMAGE ? "no image is so short" : undefined,
};

// Megabytes that every run asks for several times.
let made = "";

function imageOf(length: number): string {
  const characters = length - PREFIX.length;
  return PREFIX + webp(Math.floor(characters / 4) * 3).slice(0, characters);
}

/** RIFF, its size, WEBP, and one chunk that takes up the rest. */
function webp(most: number): string {
  const bytes = Math.min(most, 10 * 1024 * 1024);
  const data = Buffer.alloc(bytes);
  data.write("RIFF", 0, "latin1");
  data.writeUInt32LE(bytes - 8, 4);
  data.write("WEBPVP8 ", 8, "latin1");
  data.writeUInt32LE(bytes - 20, 16);
  return data.toString("base64");
}
