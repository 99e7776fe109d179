import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AdminApplication as Trusted } from "@fluxer-oauth2/contract-tests";
import { type FaultProxy, type SpecFault, startFaultProxy } from "@fluxer-oauth2/contract-tests/faults";
import { spec } from "../faults.ts";
import type { Peer, PeerRun } from "./peer.ts";
import { makeScene } from "./scene.ts";

type Failures = ReadonlyMap<string, ReadonlySet<string>>;
type Tell = (line: string) => void;

/**
 * Runs a tool on the server as it is and then with the faults. A tool that starts a machine of its own takes long for each
 * run, so every operation has a fault of its own at the same time: their tests ask one operation each, with what was made
 * for it on the server itself, and do not meet.
 */
export async function runPeer(peer: Peer, faults: readonly SpecFault[], tell: Tell): Promise<PeerRun> {
  await using server = await startReference();
  const proxy = await startFaultProxy({ spec, target: server.url });
  const from = performance.now();
  try {
    // Twice, because what fails now and then without a fault proves nothing with one.
    const [once, again] = [await failures(peer, server, proxy), await failures(peer, server, proxy)];
    const right = (operation: string) =>
      new Set([...(once.get(operation) ?? []), ...(again.get(operation) ?? [])]);
    const verdicts: { name: string; state: "killed" | "survived" }[] = [];
    for (const [index, round] of roundsOf(faults).entries()) {
      tell(`${peer.tool}: round ${index + 1}, ${round.length} faults`);
      proxy.set(round);
      const found = await failures(peer, server, proxy);
      for (const { name, operationId } of round) {
        const usual = right(operationId);
        const isFound = [...(found.get(operationId) ?? [])].some((test) => !usual.has(test));
        verdicts.push({ name, state: isFound ? "killed" : "survived" });
      }
    }
    const { tool, version, given } = peer;
    const date = new Date().toISOString().slice(0, 10);
    return { tool, version, date, given, seconds: Math.round((performance.now() - from) / 1000), verdicts };
  } finally {
    await proxy.close();
  }
}

async function failures(peer: Peer, { url, admin }: Reference, proxy: FaultProxy): Promise<Failures> {
  const directory = mkdtempSync(join(tmpdir(), "fluxer-faults-"));
  try {
    const { client_id: id, client_secret: secret, redirect_uri: redirectUri } = admin;
    const scene = await makeScene(url, { id, secret, redirectUri });
    return await peer.failures({ directory, url: proxy.url, scene });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** At most one fault of each operation in a round. */
function roundsOf(faults: readonly SpecFault[]): SpecFault[][] {
  const queues = [...Map.groupBy(faults, ({ operationId }) => operationId).values()];
  const count = Math.max(0, ...queues.map(({ length }) => length));
  return Array.from({ length: count }, (_, index) =>
    queues.flatMap((queue) => queue.slice(index, index + 1)),
  );
}

interface Reference extends AsyncDisposable {
  readonly url: string;
  readonly admin: Trusted;
}

async function startReference(): Promise<Reference> {
  const child = fork(join(import.meta.dirname, "reference.ts"));
  const [{ url, admin }] = (await once(child, "message")) as [Pick<Reference, "url" | "admin">];
  return {
    url,
    admin,
    async [Symbol.asyncDispose]() {
      child.disconnect();
      await once(child, "exit");
    },
  };
}
