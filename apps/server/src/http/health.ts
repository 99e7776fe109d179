import { nextId } from "../lib/time-ordered-id.ts";
import type { Logger } from "../log.ts";
import type { Http } from "./http.ts";
import { respond } from "./respond.ts";

export interface Vitals {
  /** Rejects when nothing can be answered. */
  ping(): Promise<void>;
  /** Whether all is answered, though not all is as it should be. */
  isDegraded(): boolean;
}

/** GET /healthz: the process runs. GET /readyz: it can do its work, so send it some. */
export function mountHealth(app: Http, { ping, isDegraded }: Vitals, log: Logger): void {
  app.get("/healthz", () => answer(200, "ok"));
  app.get("/readyz", async () => {
    try {
      await ping();
      return answer(200, isDegraded() ? "degraded" : "ok");
    } catch (err) {
      log.error({ err }, "not ready");
      return answer(503, "unavailable");
    }
  });
}

function answer(status: number, text: string): Response {
  return respond(status, JSON.stringify({ status: text }), "application/json", nextId(Date.now()));
}
