import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { announce, plainPlan } from "./contestant.ts";

const app = new Hono().get("/bare", (c) => c.json({ ok: true }));
serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => announce(port, plainPlan()));
