import { once } from "node:events";
import type { Server } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drain, listen } from "../../src/http/listen.ts";
import { basic, createTestHttp, form, GUILD, json } from "./harness.ts";

const client = basic("20", "secret");
// Logging out takes until somebody releases it.
const begun = Promise.withResolvers<() => void>();
const { app, lines } = createTestHttp({
  handlers: {
    introspectOauth2Token: async ({ reply }) => reply(200, { active: false }),
    createGuild: async ({ reply }) => reply(200, GUILD),
    logout: ({ reply }) => new Promise((resolve) => begun.resolve(() => resolve(reply(204)))),
    authorize: async ({ reply }) => reply(302, undefined, { location: "/x", "set-cookie": ["a=1", "b=2"] }),
  },
});
let server: Server;

function portOf(listening: Server): number {
  const address = listening.address();
  if (address === null || typeof address === "string") throw new Error("not listening on a port");
  return address.port;
}

const url = (path: string) => `http://127.0.0.1:${portOf(server)}${path}`;

beforeAll(async () => {
  server = await listen(app, "127.0.0.1", 0);
});
afterAll(() => drain(server));

/** Sends these bytes and returns all that comes back before the server ends the connection. */
async function raw(bytes: string, end = false): Promise<string> {
  const socket = connect(portOf(server), "127.0.0.1");
  await once(socket, "connect");
  if (end) socket.end(bytes);
  else socket.write(bytes);
  return text(socket);
}

const POST =
  "POST /guilds HTTP/1.1\r\nHost: x\r\nAuthorization: session\r\nContent-Type: application/json\r\n";
const MIB = 2 ** 20;
const statusOf = (response: string) => Number(response.split(" ")[1]);

describe("over a connection", () => {
  it("forms, JSON and multipart bodies arrive", async () => {
    const multipart = new FormData();
    multipart.set("token", "t");
    const asked = [
      fetch(url("/oauth2/introspect"), form({ token: "t" }, client)),
      fetch(url("/oauth2/introspect"), { method: "POST", body: multipart, headers: client }),
      fetch(url("/v1/guilds"), json({ name: "a" }, { authorization: "session" })),
    ];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it("a JSON body that is not UTF-8 is 400", async () => {
    const name = Buffer.from([0x22, 0xc3, 0x28, 0x22]);
    const body = Buffer.concat([Buffer.from('{"name":'), name, Buffer.from("}")]);
    const headers = { "content-type": "application/json", authorization: "session" };
    expect((await fetch(url("/guilds"), { method: "POST", body, headers })).status).toBe(400);
  });

  it("several cookies are several lines", async () => {
    const response = await fetch(url("/oauth2/authorize?client_id=1"), { redirect: "manual" });
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  it("[A39] a slow body is 408 and ends the connection", async () => {
    const response = await raw(`${POST}Content-Length: 10\r\n\r\n{`);
    expect(statusOf(response)).toBe(408);
    expect(response).toContain('"REQUEST_TIMEOUT"');
    expect(response.toLowerCase()).toContain("connection: close");
  });

  it("[A39] a declared length over the limit is 413 and ends the connection", async () => {
    const response = await raw(`${POST}Content-Length: 10485760\r\n\r\n{`);
    expect(statusOf(response)).toBe(413);
    expect(response.toLowerCase()).toContain("connection: close");
  });

  it("[A39] a chunked body over the limit is 413 and ends the connection", async () => {
    const chunk = `4000\r\n${" ".repeat(0x4000)}\r\n`;
    const response = await raw(`${POST}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}`);
    expect(statusOf(response)).toBe(413);
  });

  it.each([
    ["a declared length", `Content-Length: ${40 * MIB}`, (bytes: Buffer) => bytes],
    [
      "chunks",
      "Transfer-Encoding: chunked",
      (bytes: Buffer) =>
        Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]),
    ],
  ])(
    "[A39] a client that sends 40 MiB, with %s, before it reads gets its 413 and no reset",
    async (_, header, framed) => {
      const socket = connect(portOf(server), "127.0.0.1");
      await once(socket, "connect");
      socket.pause();
      socket.write(`${POST}${header}\r\n\r\n`);
      const piece = framed(Buffer.alloc(MIB));
      for (let sent = 0; sent < 40; sent++) {
        if (!socket.write(piece)) await once(socket, "drain");
      }
      const response = await text(socket);
      expect(statusOf(response)).toBe(413);
      expect(response.toLowerCase()).toContain("connection: close");
    },
  );

  it("[A39] a client that never ends its body is not waited for", async () => {
    const socket = connect({ port: portOf(server), host: "127.0.0.1", allowHalfOpen: true });
    socket.on("error", () => {});
    await once(socket, "connect");
    const begun = performance.now();
    socket.write(`${POST}Content-Length: ${40 * MIB}\r\n\r\n`);
    const sending = setInterval(() => socket.write(" "), 50);
    socket.resume();
    await new Promise((resolve) => socket.once("close", resolve));
    clearInterval(sending);
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  it("a chunked body within the limit is read", async () => {
    const response = await raw(
      `${POST}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{"name\r\n6\r\n":"a"}\r\n0\r\n\r\n`,
    );
    expect(statusOf(response)).toBe(200);
  });

  it("[A39] a body shorter than declared, whose sender goes away, does no harm", async () => {
    await raw(`${POST}Content-Length: 10\r\n\r\n{`, true);
    expect((await fetch(url("/openapi.json"))).status).toBe(200);
  });

  it.each([
    [
      "an Authorization header that is sent twice",
      "GET /users/@me HTTP/1.1\r\nHost: x\r\nAuthorization: session\r\nAuthorization: session\r\nConnection: close\r\n\r\n",
      401,
    ],
    [
      "a Content-Type that is sent twice",
      `${POST}Content-Type: application/json\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`,
      415,
    ],
    ["no Host", "GET /users/@me HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["a Host that is none", "GET /users/@me HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n", 400],
    ["a target with a backslash", "GET /\\evil HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400],
    ["a target that is no path", "GET evil HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400],
    ["two lengths", `${POST}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 400],
    [
      "a length beside chunks",
      `${POST}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ["a header line that is none", "GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n", 400],
    ["headers over 16 KiB", `GET / HTTP/1.1\r\nHost: x\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431],
    ["a method that nobody knows", "BREW / HTTP/1.1\r\nHost: x\r\n\r\n", 400],
    ["dots that lead out", "GET /oauth2/../users/@me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 401],
  ])("[A39] %s is refused", async (_, bytes, status) => {
    expect(statusOf(await raw(bytes))).toBe(status);
  });

  it("what no URL can be made of is told in the API family too", async () => {
    const response = await raw("GET /\\evil HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    expect(response).toContain('{"code":"INVALID_FORM_BODY","message":"The request is invalid."}');
    expect(response).toContain("cache-control: no-store");
  });

  it("[A39] nothing of all this is our own failure", () => {
    expect(lines.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});

describe("draining", () => {
  it("finishes what was begun and takes nothing new", async () => {
    const other = await listen(app, "127.0.0.1", 0);
    const base = `http://127.0.0.1:${portOf(other)}`;
    const slow = fetch(`${base}/auth/logout`, { method: "POST", headers: { authorization: "session" } });
    const release = await begun.promise;
    const started = performance.now();
    const drained = drain(other);
    await expect(fetch(`${base}/openapi.json`)).rejects.toThrow();
    release();
    expect((await slow).status).toBe(204);
    await drained;
    // The connection was kept open, and its client has no reason to close it.
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("a request that reaches an idle connection just after the signal is answered, and told that it was the last", async () => {
    const other = await listen(app, "127.0.0.1", 0);
    const socket = connect(portOf(other), "127.0.0.1");
    await once(socket, "connect");
    const get = "GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n";
    socket.write(get);
    await once(socket, "data");
    const drained = drain(other);
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.write(get);
    const rest = await text(socket);
    expect(rest).toMatch(/HTTP\/1.1 200 OK\r\n/);
    expect(rest.toLowerCase()).toContain("connection: close");
    await drained;
  });

  it("an address that is taken is told", async () => {
    await expect(listen(app, "127.0.0.1", portOf(server))).rejects.toThrow(/EADDRINUSE/);
  });
});
