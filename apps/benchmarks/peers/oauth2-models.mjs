import { timingSafeEqual } from "node:crypto";
import { CLIENT } from "./contestant.mjs";
import { openSqlite } from "./sqlite.mjs";

function isSecret(given) {
  if (given === null || given === undefined) return true;
  const [left, right] = [Buffer.from(given), Buffer.from(CLIENT.secret)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const clientOf = (row) => async (id, secret) => (id === row.id && isSecret(secret) ? row : false);
// The library throws tokens away that it gets no user for, and the client acts for itself here.
const own = (user) => ({
  getUserFromClient: async () => user,
  validateScope: async (_user, _client, scope) => scope ?? ["profile"],
});

export function memoryModel(client, user) {
  const [access, refresh, codes] = [new Map(), new Map(), new Map()];
  const model = {
    ...own(user),
    getClient: clientOf(client),
    async saveToken(token, client, user) {
      const saved = { ...token, client, user };
      access.set(token.accessToken, saved);
      if (token.refreshToken) refresh.set(token.refreshToken, saved);
      return saved;
    },
    getAccessToken: async (token) => access.get(token),
    getRefreshToken: async (token) => refresh.get(token),
    revokeToken: async (token) => refresh.delete(token.refreshToken),
    async saveAuthorizationCode(code, client, user) {
      const saved = { ...code, client, user };
      codes.set(code.authorizationCode, saved);
      return saved;
    },
    getAuthorizationCode: async (code) => codes.get(code),
    revokeAuthorizationCode: async (code) => codes.delete(code.authorizationCode),
  };
  return { model, database: undefined };
}

export function sqliteModel(client, user) {
  const database = openSqlite();
  database.exec(`
    CREATE TABLE IF NOT EXISTS users (id text PRIMARY KEY, username text, email text) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS access_tokens (token text PRIMARY KEY, client_id text, user_id text, scope text, expires_at integer) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS refresh_tokens (token text PRIMARY KEY, client_id text, user_id text, scope text, expires_at integer) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS codes (code text PRIMARY KEY, client_id text, user_id text, scope text, redirect_uri text, expires_at integer) WITHOUT ROWID`);
  database.prepare("INSERT OR IGNORE INTO users VALUES (?, ?, ?)").run(user.id, user.username, user.email);
  const insertAccess = database.prepare("INSERT INTO access_tokens VALUES (?, ?, ?, ?, ?)");
  const insertRefresh = database.prepare("INSERT INTO refresh_tokens VALUES (?, ?, ?, ?, ?)");
  const insertCode = database.prepare("INSERT INTO codes VALUES (?, ?, ?, ?, ?, ?)");
  const find = (table, key) =>
    database.prepare(
      `SELECT t.*, u.username, u.email FROM ${table} t JOIN users u ON u.id = t.user_id WHERE t.${key} = ?`,
    );
  const findAccess = find("access_tokens", "token");
  const findRefresh = find("refresh_tokens", "token");
  const findCode = find("codes", "code");
  const spendRefresh = database.prepare("DELETE FROM refresh_tokens WHERE token = ?");
  const spendCode = database.prepare("DELETE FROM codes WHERE code = ?");
  const scopeOf = (row) => row.scope.split(" ");
  const userOf = (row) => ({ id: row.user_id, username: row.username, email: row.email });
  // Both rows of a pair or none.
  const insertPair = database.transaction((token, client, user) => {
    const scope = (token.scope ?? []).join(" ");
    insertAccess.run(token.accessToken, client.id, user.id, scope, token.accessTokenExpiresAt.getTime());
    if (!token.refreshToken) return;
    insertRefresh.run(token.refreshToken, client.id, user.id, scope, token.refreshTokenExpiresAt.getTime());
  });
  const model = {
    ...own(user),
    getClient: clientOf(client),
    async saveToken(token, client, user) {
      insertPair(token, client, user);
      return { ...token, client, user };
    },
    async getAccessToken(accessToken) {
      const row = findAccess.get(accessToken);
      if (!row) return undefined;
      return {
        accessToken,
        accessTokenExpiresAt: new Date(row.expires_at),
        scope: scopeOf(row),
        client,
        user: userOf(row),
      };
    },
    async getRefreshToken(refreshToken) {
      const row = findRefresh.get(refreshToken);
      if (!row) return undefined;
      return {
        refreshToken,
        refreshTokenExpiresAt: new Date(row.expires_at),
        scope: scopeOf(row),
        client,
        user: userOf(row),
      };
    },
    revokeToken: async ({ refreshToken }) => spendRefresh.run(refreshToken).changes === 1,
    async saveAuthorizationCode(code, client, user) {
      const { authorizationCode, scope, redirectUri, expiresAt } = code;
      insertCode.run(
        authorizationCode,
        client.id,
        user.id,
        scope.join(" "),
        redirectUri,
        expiresAt.getTime(),
      );
      return { ...code, client, user };
    },
    async getAuthorizationCode(authorizationCode) {
      const row = findCode.get(authorizationCode);
      if (!row) return undefined;
      const { redirect_uri: redirectUri, expires_at: expiresAt } = row;
      return {
        authorizationCode,
        redirectUri,
        expiresAt: new Date(expiresAt),
        scope: scopeOf(row),
        client,
        user: userOf(row),
      };
    },
    revokeAuthorizationCode: async ({ authorizationCode }) => spendCode.run(authorizationCode).changes === 1,
  };
  return { model, database };
}
