import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { codeOf } from "../../src/db/errors.ts";

export interface Balancer {
  readonly url: string;
  close(): void;
}

/** How long a server that took no connection is left alone. */
const PAUSE_MS = 100;

/**
 * What stands before several servers: passes requests round, over connections that stay open. A request that no server
 * has seen, because the connection was refused, goes to another; one that broke off on its way may have been done, and
 * is told as 502.
 */
export async function startBalancer(targets: readonly string[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  const pausedUntil = new Map<string, number>();
  let turn = 0;

  function next(tried: ReadonlySet<string>): string | undefined {
    const left = targets.filter((target) => !tried.has(target));
    const awake = left.filter((target) => (pausedUntil.get(target) ?? 0) <= performance.now());
    const choice = awake.length > 0 ? awake : left;
    return choice[turn++ % Math.max(1, choice.length)];
  }

  function pass(
    incoming: IncomingMessage,
    body: Buffer,
    outgoing: ServerResponse,
    tried = new Set<string>(),
  ): void {
    const target = next(tried);
    if (target === undefined) return void outgoing.writeHead(502).end("{}");
    const { method, url = "/", headers } = incoming;
    const passed = request(new URL(url, target), {
      agent,
      method,
      headers: { ...headers, connection: "keep-alive" },
    });
    passed.once("response", (answer) => {
      const { connection: _, "keep-alive": __, ...kept } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, kept);
      answer.pipe(outgoing);
      answer.once("error", () => outgoing.destroy());
    });
    passed.once("error", (error) => {
      if (codeOf(error) !== "ECONNREFUSED") return void outgoing.writeHead(502).end("{}");
      pausedUntil.set(target, performance.now() + PAUSE_MS);
      pass(incoming, body, outgoing, tried.add(target));
    });
    passed.end(body);
  }

  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    pass(incoming, Buffer.concat(chunks), outgoing);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      agent.destroy();
      server.close();
      server.closeAllConnections();
    },
  };
}
