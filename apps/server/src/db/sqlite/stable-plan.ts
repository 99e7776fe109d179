/**
 * SQLite compiled with STAT4, as the driver's is, plans a statement again each time a value is bound that its plan could
 * depend on, which is any value that a join begins with. That takes several times as long as running it. At an
 * expression, such as a plus in front of the parameter, it does not look; the value is the same.
 */
export function withStablePlan(sql: string): string {
  return sql.replaceAll(/'[^']*'|"[^"]*"|\?/g, (found) => (found === "?" ? "+?" : found));
}
