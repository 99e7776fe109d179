import Database from "better-sqlite3";

/** As durable as what it is compared with: nothing is answered before its commit has reached the disk. */
export function openSqlite() {
  const database = new Database(`${process.env.DIRECTORY}/peer.db`);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  return database;
}
