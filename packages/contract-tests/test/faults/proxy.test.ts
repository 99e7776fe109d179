import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { specFaults, startFaultProxy } from "../../src/faults/index.ts";
import { library, spec } from "../support/library.ts";

let server: Server;
let target: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
    const headers = new Headers(request.headers as Record<string, string>);
    const answer = await library(
      new Request(`http://x${request.url}`, { method: request.method ?? "GET", headers, body }),
    );
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const BOOK = { isbn: "9780000000002", title: "Persuasion" };

function add(url: string, book: object): Promise<Response> {
  const headers = { "content-type": "application/json", authorization: "Bearer token-write" };
  return fetch(`${url}/books`, { method: "POST", headers, body: JSON.stringify(book) });
}

it("a proxy passes everything through until it is given a fault, and again when it is taken away", async () => {
  const proxy = await startFaultProxy({ spec, target });
  const direct = await (await add(target, BOOK)).json();
  expect(await (await add(proxy.url, BOOK)).json()).toEqual(direct);
  const find = (name: string) => specFaults(spec).filter((each) => each.name === name);

  proxy.set(find("addBook 201 status 200: wrong status"));
  expect((await add(proxy.url, BOOK)).status).toBe(200);
  expect(proxy.changes()).toEqual([{ request: "POST /books", what: "201 became 200" }]);

  proxy.set(find("addBook title maxLength 40: takes one more"));
  expect((await add(proxy.url, { ...BOOK, title: "a".repeat(41) })).status).toBe(201);
  expect((await add(proxy.url, { ...BOOK, title: "a".repeat(42) })).status).toBe(400);
  expect(proxy.changes()).toEqual([{ request: "POST /books", what: "400 became 201" }]);

  proxy.set(find("addBook title maxLength 40: refuses the last"));
  expect((await add(proxy.url, { ...BOOK, title: "a".repeat(40) })).status).toBe(400);
  expect((await add(proxy.url, { ...BOOK, title: "a".repeat(39) })).status).toBe(201);

  proxy.set([]);
  expect((await add(proxy.url, { ...BOOK, title: "a".repeat(40) })).status).toBe(201);
  await proxy.close();
});

it("the command lists the faults of a document, and refuses what it does not know", {
  timeout: 60_000,
}, async () => {
  const cli = join(import.meta.dirname, "../../src/faults/cli.ts");
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [cli, "--list", "--sample"]);
  expect(stdout).toMatch(/^getUser .+\n {4}getUser .+\.$/m);
  const unknown = run(process.execPath, [cli, "--target", target, "--fault", "no such fault"]);
  await expect(unknown).rejects.toMatchObject({ code: 2, stderr: expect.stringMatching(/--list shows all/) });
});
