import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Plan } from "../../src/load/plan.ts";
import type { Operation } from "../../src/operations.ts";
import { createMix, type Plans, spreadOut } from "../../src/soak/mix.ts";
import { runPhase } from "../../src/soak/phase.ts";

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  cleanups.push(() => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise((resolve) => server.once("listening", resolve));
  return (server.address() as AddressInfo).port;
}

const plan: Plan = {
  ...{ method: "GET", path: "/", headers: {}, pool: [["only"]], use: "cycle" },
  expect: { status: 200, includes: [] },
};
const OPERATIONS: readonly Operation[] = [
  "introspect",
  "userinfo",
  "me",
  "client_credentials",
  "refresh",
  "code",
  "consent",
  "applications",
];
const all = Object.fromEntries(OPERATIONS.map((name) => [name, plan])) as Plans;
const mix = () => createMix({ ...all }, () => "");

describe("a phase by the clock", () => {
  it("tells the p99 of each minute, so that a slow one is seen", async () => {
    let stallUntil = 0;
    const port = await serve((_, response) => {
      setTimeout(() => response.end("ok"), Math.max(0, stallUntil - performance.now()));
    });
    const phase = { port, connections: 4, rate: 100, minute: 400, seconds: 1.2 };
    setTimeout(() => {
      stallUntil = performance.now() + 200;
    }, 500);
    const { p99OfMinutes = [], errors } = await runPhase(phase, mix());
    expect(errors).toBe(0);
    expect(p99OfMinutes).toHaveLength(3);
    expect(p99OfMinutes[1]).toBeGreaterThan(100);
    expect(Math.min(...p99OfMinutes)).toBeLessThan(p99OfMinutes[1] ?? 0);
    expect(await runPhase({ ...phase, seconds: 0.2 }, mix())).not.toHaveProperty("p99OfMinutes");
  });

  it("sends at its rate, and a request that had to wait for a connection waited in its own time", async () => {
    let isStalled = false;
    const port = await serve((_, response) => {
      const answer = () => response.end("ok");
      if (isStalled) return answer();
      // One answer takes long; with one connection everybody waits for it.
      isStalled = true;
      setTimeout(answer, 300);
    });
    const felt = await runPhase({ port, connections: 1, rate: 200, seconds: 1 }, mix());
    expect(felt.errors).toBe(0);
    expect(felt.requests).toBeGreaterThan(150);
    expect(felt.requests).toBeLessThan(210);
    expect(felt.slowest).toBeGreaterThan(290);
    // A fifth of all were due while it took so long.
    expect(felt.p50).toBeLessThan(felt.p99);
    expect(felt.p99).toBeGreaterThan(200);
  });

  it("counts what was answered otherwise than expected, and tells the first of it", async () => {
    let count = 0;
    const port = await serve((_, response) => {
      response.statusCode = ++count % 10 === 0 ? 503 : 200;
      response.end("an answer");
    });
    const felt = await runPhase({ port, connections: 4, rate: 200, seconds: 0.5 }, mix());
    expect(felt.errors).toBe(Math.floor(felt.requests / 10));
    expect(felt.faults[0]).toMatch(/: status 503: an answer$/);
  });
});

it("a connection that is closed unused after the end, while another one is waited for, is no error", async () => {
  let count = 0;
  const port = await serve((request, response) => {
    if (++count === 1) return void setTimeout(() => response.end("ok"), 900);
    response.end("ok");
    setTimeout(() => request.socket.destroy(), 500);
  });
  const felt = await runPhase({ port, connections: 4, rate: 50, seconds: 0.3 }, mix());
  expect(felt).toMatchObject({ errors: 0, faults: [] });
  expect(felt.slowest).toBeGreaterThan(800);
});

it("without a rate every connection is kept busy", async () => {
  let underway = 0;
  let most = 0;
  const port = await serve((_, response) => {
    most = Math.max(most, ++underway);
    setTimeout(() => {
      underway -= 1;
      response.end("ok");
    }, 5);
  });
  const felt = await runPhase({ port, connections: 16, seconds: 0.3 }, mix());
  expect([felt.errors, most]).toEqual([0, 16]);
});

it("a mix says so when one of its operations has nothing left to ask for", async () => {
  const port = await serve((_, response) => response.end("ok"));
  const exhausted = createMix({ ...all, code: { ...plan, use: "once" } }, () => "");
  expect((await runPhase({ port, connections: 2, seconds: 0.3 }, exhausted)).isExhausted).toBe(true);
});

it("the code that a consent gives is exchanged by the application that it was for", () => {
  const consent: Plan = { ...plan, pool: [["session", "app"]] };
  const pool = [
    ["first", "1"],
    ["second", "2"],
  ];
  const code: Plan = { ...plan, method: "POST", body: "{0} {1}", pool, use: "once" };
  const { take } = createMix({ ...all, consent, code }, (id) => `secret of ${id}`);
  // What a consent gives comes after what there is, and replaces none of it.
  const taken = Array.from({ length: 150 }, () => {
    const asked = take();
    if (asked?.operation === "consent")
      asked.done?.('{"redirect_to":"https://a.example/?code=fxc_2&state=x"}');
    return asked;
  });
  const codes = taken
    .filter((asked) => asked?.operation === "code")
    .map((asked) => asked?.bytes.toString().split("\r\n").at(-1));
  expect(codes).toEqual(["first 1", "second 2", "secret of app fxc_2"]);
});

it("each operation comes as often as its share, at even distances", () => {
  const order = spreadOut({ often: 8, seldom: 2 });
  expect(order).toHaveLength(10);
  const places = order.flatMap((name, place) => (name === "seldom" ? [place] : []));
  expect((places[1] ?? 0) - (places[0] ?? 0)).toBe(5);
});
