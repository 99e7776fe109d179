import { openSqlite } from "./sqlite.mjs";

const seconds = () => Math.floor(Date.now() / 1000);

/** Like the library's own, without its limit of a thousand entries. */
export function memoryAdapter() {
  const storage = new Map();
  const byGrant = new Map();
  return class {
    constructor(model) {
      this.model = model;
    }
    key(id) {
      return `${this.model}:${id}`;
    }
    async upsert(id, payload) {
      const key = this.key(id);
      storage.set(key, payload);
      if (payload.grantId === undefined) return;
      const keys = byGrant.get(payload.grantId);
      if (keys) keys.push(key);
      else byGrant.set(payload.grantId, [key]);
    }
    async find(id) {
      return storage.get(this.key(id));
    }
    async findByUid() {}
    async findByUserCode() {}
    async consume(id) {
      storage.get(this.key(id)).consumed = seconds();
    }
    async destroy(id) {
      storage.delete(this.key(id));
    }
    async revokeByGrantId(grantId) {
      for (const key of byGrant.get(grantId) ?? []) storage.delete(key);
      byGrant.delete(grantId);
    }
  };
}

/** One table, every statement prepared once. */
export function sqliteAdapter() {
  const database = openSqlite();
  database.exec(`
    CREATE TABLE IF NOT EXISTS entries (model text, id text, payload text NOT NULL, grant_id text, consumed integer, expires_at integer,
      PRIMARY KEY (model, id)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS entries_grant_id ON entries (grant_id) WHERE grant_id IS NOT NULL`);
  const upsert = database.prepare(
    `INSERT INTO entries (model, id, payload, grant_id, expires_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET payload = excluded.payload, grant_id = excluded.grant_id, expires_at = excluded.expires_at`,
  );
  const find = database
    .prepare("SELECT payload, consumed, expires_at FROM entries WHERE model = ? AND id = ?")
    .raw();
  const consume = database.prepare("UPDATE entries SET consumed = ? WHERE model = ? AND id = ?");
  const destroy = database.prepare("DELETE FROM entries WHERE model = ? AND id = ?");
  const revoke = database.prepare("DELETE FROM entries WHERE grant_id = ?");
  const adapter = class {
    constructor(model) {
      this.model = model;
    }
    async upsert(id, payload, expiresIn) {
      const expiresAt = expiresIn === undefined ? null : seconds() + expiresIn;
      upsert.run(this.model, id, JSON.stringify(payload), payload.grantId ?? null, expiresAt);
    }
    async find(id) {
      const row = find.get(this.model, id);
      if (row === undefined || (row[2] !== null && row[2] < seconds())) return undefined;
      const payload = JSON.parse(row[0]);
      return row[1] === null ? payload : { ...payload, consumed: row[1] };
    }
    async findByUid() {}
    async findByUserCode() {}
    async consume(id) {
      consume.run(seconds(), this.model, id);
    }
    async destroy(id) {
      destroy.run(this.model, id);
    }
    async revokeByGrantId(grantId) {
      revoke.run(grantId);
    }
  };
  return { adapter, seeding: database };
}
