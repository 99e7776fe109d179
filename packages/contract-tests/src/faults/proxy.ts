import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Fetch, Spec } from "../engine/index.ts";
import type { SpecFault } from "./fault.ts";
import { type Changed, type Faulty, faulty } from "./faulty.ts";

export interface FaultProxy {
  /** Where the server with the fault is. */
  readonly url: string;
  /** What the faults in force were seen to change. */
  changes(): readonly Changed[];
  /** Other faults, or none, from the next request on. */
  set(faults: readonly SpecFault[]): void;
  close(): Promise<void>;
}

export interface FaultProxyOptions {
  spec: Spec;
  /** The server behind it. */
  target: string;
  fault?: SpecFault | undefined;
  /** A free one when absent. */
  port?: number | undefined;
}

/** Listens on this machine only. */
export async function startFaultProxy({
  spec,
  target,
  fault,
  port = 0,
}: FaultProxyOptions): Promise<FaultProxy> {
  const forward = forwarder(new URL(target));
  let current = through(spec, fault ? [fault] : [], forward);
  const server = createServer((request, response) => {
    pass(request, response, current.fetch).catch((error: unknown) => {
      response.writeHead(502, { "content-type": "text/plain" }).end(`the server did not answer: ${error}\n`);
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    // An address once it listens on a port.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    changes: () => current.changes(),
    set: (faults) => {
      current = through(spec, faults, forward);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** One behind the other, each seeing what those behind it made of the answer. */
function through(spec: Spec, faults: readonly SpecFault[], server: Fetch) {
  const layers: Faulty[] = [];
  const fetch = faults.reduce((inner, fault) => {
    const layer = faulty(spec, fault, inner);
    layers.push(layer);
    return layer.fetch;
  }, server);
  return { fetch, changes: () => layers.flatMap(({ changes }) => changes) };
}

// Of one connection, not of the message (RFC 9110 7.6.1); fetch sets those that it needs.
const OF_CONNECTION = [
  "connection",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
  "te",
  "trailer",
  "host",
  "expect",
];

function forwarder(target: URL): Fetch {
  return (request) => {
    const url = new URL(request.url);
    const to = new URL(target.pathname.replace(/\/$/, "") + url.pathname + url.search, target);
    const headers = new Headers(request.headers);
    for (const name of [...OF_CONNECTION, "content-length"]) headers.delete(name);
    // A compressed answer could not be changed.
    headers.set("accept-encoding", "identity");
    const { method, body } = request;
    return fetch(to, { method, headers, body, redirect: "manual", ...(body && { duplex: "half" }) });
  };
}

async function pass(request: IncomingMessage, response: ServerResponse, server: Fetch): Promise<void> {
  const { method = "GET", url = "/" } = request;
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = chunks.length === 0 || method === "GET" || method === "HEAD" ? null : Buffer.concat(chunks);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (!OF_CONNECTION.includes(name)) for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  const answer = await server(new Request(new URL(url, "http://localhost"), { method, headers, body }));
  const told = new Headers(answer.headers);
  for (const name of OF_CONNECTION) told.delete(name);
  response.writeHead(answer.status, Object.fromEntries(told));
  response.end(new Uint8Array(await answer.arrayBuffer()));
}
