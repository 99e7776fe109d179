import { and, asc, eq } from "drizzle-orm";
import type { Row, Tables } from "../../db/schema.ts";
import { everyColumn, statement } from "../../db/statement.ts";

export type Connection = Omit<Row<"connections">, "userId" | "createdAt">;

const columns = ({ connections }: Tables) => ({
  id: connections.id,
  type: connections.type,
  name: connections.name,
  verified: connections.verified,
  visibility: connections.visibility,
});

export const insertConnection = statement<Row<"connections">>()("insert_connection", (q, t, p) =>
  q.insert(t.connections).values(everyColumn(t.connections, p)),
);

export const findConnection = statement<{ userId: string; type: string; name: string }>()(
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

export const selectConnections = statement<{ userId: string }>()("connections_of_user", (q, t, p) =>
  q
    .select(columns(t))
    .from(t.connections)
    .where(eq(t.connections.userId, p.userId))
    .orderBy(asc(t.connections.id)),
);
