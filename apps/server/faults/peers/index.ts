import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SpecFault } from "@fluxer-oauth2/contract-tests/faults";
import type { Peer, PeerRun } from "./peer.ts";
import { respect } from "./respect.ts";
import { runPeer } from "./rounds.ts";
import { specmatic } from "./specmatic.ts";

export const PEERS: Readonly<Record<string, Peer>> = { specmatic, respect };

/** What the tools found when they last ran on all faults; committed, because they take long and need more than Node. */
const KEPT = join(import.meta.dirname, "results.json");

export function keptRuns(): PeerRun[] {
  return existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, "utf8")) as PeerRun[]) : [];
}

export function keepRuns(runs: readonly PeerRun[]): void {
  const tools = new Set(runs.map(({ tool }) => tool));
  const all = [...keptRuns().filter(({ tool }) => !tools.has(tool)), ...runs];
  writeFileSync(KEPT, `${JSON.stringify(all, undefined, 2)}\n`);
}

/** A tool that cannot be had is told of, and the others go on. */
export async function runPeers(
  names: readonly string[],
  faults: readonly SpecFault[],
  tell: (line: string) => void,
): Promise<PeerRun[]> {
  const runs: PeerRun[] = [];
  for (const name of names) {
    const peer = PEERS[name];
    const obstacle = await peer?.prepare();
    if (obstacle !== undefined) tell(`${name} is left out: ${obstacle}`);
    else if (peer) runs.push(await runPeer(peer, faults, tell));
  }
  return runs;
}
