import type { PeerRun } from "./peers/peer.ts";
import { byFamily, percent, scoreOf, type Verdict } from "./verdict.ts";

/** One fault as it is told while the run goes on. */
export function lineOf(
  { name, state, seconds, killer, shown }: Verdict,
  done: number,
  total: number,
): string {
  const count = `${done}/${total}`.padStart(8);
  const time = `${seconds.toFixed(1)} s`.padStart(7);
  if (state === "killed") return `${count} ${time}  ${name}  ✓ ${killer?.case}: ${killer?.message}`;
  return `${count} ${time}  ${name}  ✗ survived${shown === undefined ? ", and changed no answer" : `, though ${shown}`}`;
}

export function summaryOf(verdicts: readonly Verdict[], peers: readonly PeerRun[]): string {
  const rows = byFamily(verdicts).map(([family, own]) => row(family, own));
  const survivors = verdicts.filter(({ state }) => state === "survived");
  return [
    "",
    ...rows,
    row("all", verdicts),
    ...sideBySide(verdicts, peers),
    "",
    ...survivors.map(
      ({ name, says, shown }) => `survived: ${name}\n    ${says}\n    ${shown ?? "changed no answer"}`,
    ),
    "",
  ].join("\n");
}

/** On the faults of the document, which are all that the others can be asked about. */
function sideBySide(verdicts: readonly Verdict[], peers: readonly PeerRun[]): string[] {
  if (peers.length === 0) return [];
  const names = new Set(peers.flatMap((peer) => peer.verdicts.map(({ name }) => name)));
  const ours = row(
    "this suite",
    verdicts.filter(({ name }) => names.has(name)),
  );
  return [
    "",
    "on the faults of the document",
    ours,
    ...peers.map(({ tool, version, verdicts: theirs, seconds }) =>
      line(`${tool} ${version}`, theirs, seconds),
    ),
  ];
}

function row(name: string, verdicts: readonly Verdict[]): string {
  const seconds = verdicts.reduce((sum, each) => sum + each.seconds, 0);
  return line(name, verdicts, seconds);
}

function line(name: string, verdicts: readonly Pick<Verdict, "state">[], seconds: number): string {
  const score = scoreOf(verdicts);
  const found = `${score.killed} of ${score.total}`.padStart(12);
  return `${name.padEnd(32)}${found}${percent(score).padStart(10)}${`${seconds.toFixed(0)} s`.padStart(8)}`;
}
