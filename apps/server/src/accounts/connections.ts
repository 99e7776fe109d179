import { and, asc, eq } from "drizzle-orm";
import { type Occasion, recordEvent } from "../audit/event.ts";
import type { Database } from "../db/database.ts";
import type { Row, Tables } from "../db/schema.ts";
import { everyColumn, statement } from "../db/statement.ts";

export type Connection = Omit<Row<"connections">, "userId" | "createdAt">;

const columns = ({ connections }: Tables) => ({
  id: connections.id,
  type: connections.type,
  name: connections.name,
  verified: connections.verified,
  visibility: connections.visibility,
});

const insertConnection = statement<Row<"connections">>()("insert_connection", (q, t, p) =>
  q.insert(t.connections).values(everyColumn(t.connections, p)),
);

const findConnection = statement<{ userId: string; type: string; name: string }>()(
  "find_connection",
  (q, t, p) =>
    q
      .select(columns(t))
      .from(t.connections)
      .where(
        and(
          eq(t.connections.userId, p.userId),
          eq(t.connections.type, p.type),
          eq(t.connections.name, p.name),
        ),
      ),
);

const selectConnections = statement<{ userId: string }>()("connections_of_user", (q, t, p) =>
  q
    .select(columns(t))
    .from(t.connections)
    .where(eq(t.connections.userId, p.userId))
    .orderBy(asc(t.connections.id)),
);

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
    yield* tx.run(insertConnection, connection);
    const actorUserId = connection.userId;
    yield* recordEvent(tx, { ...occasion, action: "connection.create", outcome: "success", actorUserId });
    return connection;
  });
}
