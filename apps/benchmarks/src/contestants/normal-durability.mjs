// Imported before the server: turns the one pragma that decides when SQLite waits for the disk.
import BetterSqlite3 from "better-sqlite3";

const { pragma } = BetterSqlite3.prototype;
BetterSqlite3.prototype.pragma = function (source, options) {
  return pragma.call(this, source === "synchronous = FULL" ? "synchronous = NORMAL" : source, options);
};
