import { compiler } from "@fluxer-oauth2/server/src/db/compile.ts";
import type { Tables } from "@fluxer-oauth2/server/src/db/schema.ts";
import { sqliteDialect } from "@fluxer-oauth2/server/src/db/sqlite/dialect.ts";
import { everyColumn, statement } from "@fluxer-oauth2/server/src/db/statement.ts";
import BetterSqlite3 from "better-sqlite3";
import type { Sink } from "./sink.ts";

/** Writes past the server into a file that the server has made; what breaks off half-way leaves a file to be thrown away. */
export function sqliteSink(path: string): Sink {
  const client = new BetterSqlite3(path);
  // Every page is written once, and not into a log before; a crash leaves a file that nobody wants.
  client.pragma("journal_mode = OFF");
  client.pragma("synchronous = OFF");
  client.pragma("cache_size = -262144");
  const compile = compiler(sqliteDialect);

  return {
    async write(name, rows, onProgress) {
      const insert = statement<Tables[typeof name]["$inferSelect"]>()(`load_${name}`, (q, t, p) =>
        q.insert(t[name]).values(everyColumn(t[name], p)),
      );
      const { sql, bind } = compile(insert);
      const native = client.prepare(sql);
      client.exec("BEGIN");
      let count = 0;
      for (const row of rows) {
        native.run(bind(row));
        if (++count % BATCH === 0) onProgress(BATCH);
      }
      client.exec("COMMIT");
      onProgress(count % BATCH);
    },
    async finish() {
      client.pragma("journal_mode = WAL");
      client.close();
    },
  };
}

const BATCH = 10_000;
