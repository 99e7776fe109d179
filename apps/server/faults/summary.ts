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

export function summaryOf(verdicts: readonly Verdict[]): string {
  const rows = byFamily(verdicts).map(([family, own]) => row(family, own));
  const survivors = verdicts.filter(({ state }) => state === "survived");
  return [
    "",
    ...rows,
    row("all", verdicts),
    "",
    ...survivors.map(
      ({ name, says, shown }) => `survived: ${name}\n    ${says}\n    ${shown ?? "changed no answer"}`,
    ),
    "",
  ].join("\n");
}

function row(name: string, verdicts: readonly Verdict[]): string {
  const score = scoreOf(verdicts);
  const seconds = verdicts.reduce((sum, each) => sum + each.seconds, 0);
  const found = `${score.killed} of ${score.total}`.padStart(12);
  return `${name.padEnd(20)}${found}${percent(score).padStart(10)}${`${seconds.toFixed(0)} s`.padStart(8)}`;
}
