import { type Occasion, recordEvent } from "../audit/event.ts";
import type { Database } from "../db/database.ts";
import type { Row } from "../db/schema.ts";
import { type Connection, findConnection, insertConnection, selectConnections } from "./store/connections.ts";

export function listConnections(db: Database, userId: string): Promise<Connection[]> {
  return db.read(selectConnections, { userId });
}

/** The link that is there already, if there is one. */
export function connect(
  db: Database,
  occasion: Occasion,
  connection: Row<"connections">,
): Promise<Connection> {
  return db.atomically(function* (tx) {
    const [known] = yield* tx.run(findConnection, connection);
    if (known) return known;
    yield* tx.send(insertConnection, connection);
    const actorUserId = connection.userId;
    yield* recordEvent(tx, { ...occasion, action: "connection.create", outcome: "success", actorUserId });
    return connection;
  });
}
