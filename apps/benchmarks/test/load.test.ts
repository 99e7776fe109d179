import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, expect, it } from "vitest";
import { readAnswer } from "../src/load/answer.ts";
import type { Plan } from "../src/load/plan.ts";
import { run } from "../src/load/run.ts";
import { createSupply } from "../src/load/supply.ts";

let server: Server | undefined;
afterEach(() => server?.close());

async function listen(listener: RequestListener): Promise<number> {
  server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

const plan: Plan = {
  ...{ method: "POST", path: "/token", headers: { authorization: "Basic {0}" }, body: "refresh_token={1}" },
  ...{ pool: [["a", "1"]], use: "cycle", expect: { status: 200, includes: ['"ok":true'] } },
};

const go = (port: number, given: Plan) =>
  run(
    { port, serverPid: process.pid, helpers: [], connections: 2, warmSeconds: 0.05, seconds: 0.2 },
    createSupply(given),
    given.expect,
  );

it("counts the answers to whole requests, with their latencies and the server's time", async () => {
  const bodies = new Set<string>();
  const port = await listen(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    bodies.add(`${request.method} ${request.url} ${request.headers.authorization} ${body}`);
    response.end('{"ok":true}');
  });
  const outcome = await go(port, plan);
  expect(outcome.faults).toEqual([]);
  expect(outcome.requests).toBeGreaterThan(10);
  expect(outcome.p50).toBeLessThanOrEqual(outcome.p99);
  expect(outcome.p99).toBeLessThanOrEqual(outcome.slowest);
  expect([...bodies]).toEqual(["POST /token Basic a refresh_token=1"]);
});

it("a wrong status is a fault, and so is a body without what has to be in it", async () => {
  let port = await listen((_request, response) => response.writeHead(429).end("{}"));
  expect((await go(port, plan)).faults[0]).toContain("status 429 instead of 200");
  server?.close();
  port = await listen((_request, response) => response.end("{}"));
  expect((await go(port, plan)).faults[0]).toContain('no "ok":true');
});

it("a connection that the server closes is a fault", async () => {
  const port = await listen((_request, response) =>
    response.writeHead(200, { connection: "close" }).end('{"ok":true}'),
  );
  expect((await go(port, plan)).faults).toContain("the connection was closed");
});

it("each refresh sends what the answer before it gave, and no value serves twice", async () => {
  const seen: string[] = [];
  const port = await listen(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    seen.push(body);
    response.end(JSON.stringify({ ok: true, refresh_token: `${body.split("=")[1]}+` }));
  });
  const rotating: Plan = {
    ...plan,
    pool: [
      ["a", "1"],
      ["b", "2"],
      ["c", "3"],
    ],
    use: { rotate: "refresh_token" },
  };
  const outcome = await go(port, rotating);
  expect(outcome.faults).toEqual([]);
  expect(seen.length).toBeGreaterThan(6);
  expect(new Set(seen).size).toBe(seen.length);
});

it("entries that serve once are used up, and the outcome says so", async () => {
  const port = await listen((_request, response) => response.end('{"ok":true}'));
  expect(await go(port, { ...plan, use: "once" })).toMatchObject({ isExhausted: true, faults: [] });
});

it("reads answers in pieces, with a length, in chunks and without a body", () => {
  const read = (text: string) => readAnswer(Buffer.from(text));
  const head = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n";
  expect(read(head.slice(0, 20))).toBeUndefined();
  expect(read(`${head}bod`)).toBeUndefined();
  expect(read(`${head}body`)).toMatchObject({ status: 200, body: "body", length: head.length + 4 });
  expect(read("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nbody\r\n")).toBeUndefined();
  expect(read("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n")?.body).toContain(
    "body",
  );
  expect(read("HTTP/1.1 204 No Content\r\n\r\n")).toMatchObject({ status: 204, body: "" });
});
