// What PostgreSQL and its driver leave over: a bare route that reads one row by its key, with a prepared statement.
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import pg from "pg";
import { announce, plainPlan } from "./contestant.ts";

const POOL = 40_000;

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const { rows } = await pool.query<{ id: string }>(
  "SELECT id FROM access_tokens TABLESAMPLE SYSTEM (50) LIMIT $1",
  [POOL],
);

const app = new Hono().get("/token/:id", async (c) => {
  const { rows } = await pool.query<[string, string]>({
    name: "find",
    text: "SELECT secret_hash, scope FROM access_tokens WHERE id = $1",
    values: [c.req.param("id")],
    rowMode: "array",
  });
  return c.json({ ok: rows.length === 1, scope: rows[0]?.[1] });
});
const entries = rows.map(({ id }) => [id]);
serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
  announce(port, plainPlan(entries, "/token/{0}")),
);
