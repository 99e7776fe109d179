import type { Kit } from "../columns.ts";

export function defineLimits({ table, text, integer, time }: Kit) {
  // What the nodes of one provider count together; a row means nothing any more once its window has ended.
  const rateLimits = table("rate_limits", {
    key: text().primaryKey(),
    used: integer().notNull(),
    resetsAt: time().notNull(),
  });

  return { rateLimits };
}
