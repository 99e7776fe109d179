import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { nextId } from "../lib/time-ordered-id.ts";
import { API_ERRORS } from "./errors.ts";
import type { Http } from "./http.ts";
import { respond } from "./respond.ts";

// A whole request may take longer than its body may, so that a slow body is told in the words of the operation.
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 };
const DRAIN_MILLISECONDS = 10_000;

/** Resolves when connections are taken; rejects when the address cannot be had. */
export function listen(app: Http, host: string, port: number): Promise<Server> {
  const server = createServer(TIMEOUTS, getRequestListener(app.fetch, { errorHandler: unusable }));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}

/** A target or Host header that no URL can be made of never reaches the application. */
function unusable(): Response {
  const { status, message } = API_ERRORS.INVALID_FORM_BODY;
  const body = JSON.stringify({ code: "INVALID_FORM_BODY", message });
  return respond(status, body, "application/json", nextId(Date.now()));
}

/** Takes no new connections and resolves when every request that was begun is answered, or too slow. */
export function drain(server: Server): Promise<void> {
  // Whoever keeps a connection is told with the answer that it ends, and sends nothing more into it.
  server.prependListener("request", (_request, response) => {
    response.shouldKeepAlive = false;
  });
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), DRAIN_MILLISECONDS);
    // A connection that was busy when the server closed would otherwise wait for its next request.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(force);
      clearInterval(sweep);
      resolve();
    });
  });
}
