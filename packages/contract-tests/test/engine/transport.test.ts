import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { exchange, Unreachable } from "../../src/engine/http/transport.ts";

test("a server that takes a request and never answers does not hold the run", async () => {
  const server = createServer(() => undefined);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/a`;
  const request = { method: "GET", url, headers: new Headers(), body: undefined };
  await expect(exchange(fetch, request, 50)).rejects.toThrow(
    new Unreachable(`GET ${url}: no answer in time`),
  );
  server.closeAllConnections();
  server.close();
});
