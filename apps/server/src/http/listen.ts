import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { nextId } from "../lib/time-ordered-id.ts";
import { API_ERRORS } from "./errors.ts";
import type { Http } from "./http.ts";
import { respond } from "./respond.ts";

// A whole request may take longer than its body may, so that a slow body is told in the words of the operation.
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 };
const DRAIN_MILLISECONDS = 10_000;
const GRACE_MILLISECONDS = 1000;
const LINGER_MILLISECONDS = 1000;

/** Resolves when connections are taken; rejects when the address cannot be had. */
export function listen(app: Http, host: string, port: number): Promise<Server> {
  const answer = getRequestListener(app.fetch, { errorHandler: unusable });
  const server = createServer(TIMEOUTS, (request, response) => {
    lingerIfUnread(request, response);
    return answer(request, response);
  });
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

/**
 * RFC 9112 9.6: who closes while the other side still sends resets the connection, and the answer may be lost with it. So
 * an answer that does not wait for the whole body, as 413 does, is followed by the end of our side only; what still comes
 * is thrown away for a while.
 */
function lingerIfUnread(request: IncomingMessage, response: ServerResponse): void {
  if (request.method === "GET") return;
  // Before Node's own listener, which closes.
  response.prependOnceListener("finish", () => {
    if (!request.complete) request.socket.destroySoon = () => linger(request.socket);
  });
}

function linger(socket: Socket): void {
  if (socket.writableEnded) return;
  socket.end();
  // Not the parser any more, which may have stopped reading for good.
  socket.removeAllListeners("data").on("data", () => {});
  socket.resume();
  const timer = setTimeout(() => socket.destroy(), LINGER_MILLISECONDS);
  socket.once("close", () => clearTimeout(timer));
}

/** Takes no new connections and resolves when every request that was begun is answered, or too slow. */
export function drain(server: Server): Promise<void> {
  // Whoever keeps a connection is told with the answer that it ends, and sends nothing more into it.
  server.prependListener("request", (_request, response) => {
    response.shouldKeepAlive = false;
  });
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), DRAIN_MILLISECONDS);
    let sweep: NodeJS.Timeout | undefined;
    // A connection that is idle at this moment may have a request on its way, which closing would break. The clients that
    // are busy send it within the grace, and learn of the end with its answer.
    const grace = setTimeout(() => {
      sweep = setInterval(() => server.closeIdleConnections(), 50);
    }, GRACE_MILLISECONDS);
    // Not the method of the HTTP server, which closes idle connections at once.
    NetServer.prototype.close.call(server, () => {
      clearTimeout(force);
      clearTimeout(grace);
      clearInterval(sweep);
      resolve();
    });
  });
}
