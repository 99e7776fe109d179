import type { SpecFault } from "./fault.ts";

/** How many of each kind make a sample that a person can read and a machine can run in minutes. */
const QUOTAS: Readonly<Record<string, number>> = {
  "response property: dropped": 9,
  "response property: renamed": 6,
  "response property: of another type": 9,
  "response property: null": 7,
  "response property: one more": 5,
  "response property: not in the list": 5,
  "response envelope: wrong status": 9,
  "response envelope: missing": 4,
  "response envelope: changed": 3,
  "response envelope: of another media type": 4,
  "response envelope: empty": 3,
  "request value: takes one more": 9,
  "request value: refuses the last": 9,
  "request value: unchecked": 9,
  "request value: taken": 5,
  "request value: refused": 3,
  "request envelope: taken": 9,
  "request envelope: refused": 4,
};

/** Statuses that nobody can have at will. */
const RARE = /^[^ ]+ (?:408|429|5..|default) /;

/**
 * The same faults for the same document, spread over its operations. Each is one that every server of the document has a
 * chance to show, and the choice is by a hash of the name, so that a new operation changes little of it.
 */
export function sampleOf(faults: readonly SpecFault[]): SpecFault[] {
  const uses = new Map<string, number>();
  const candidates = faults.filter(({ name, isCertain }) => isCertain && !RARE.test(name));
  const groups = Map.groupBy(candidates, ({ family, kind }) => `${family}: ${kind}`);
  const chosen = new Set(
    Object.entries(QUOTAS).flatMap(([kind, quota]) => {
      const group = groups.get(kind) ?? [];
      // Errors have few schemas and successes many, and the successes are what clients live on.
      const successes = choose(group.filter(isOfSuccess), Math.ceil((quota * 2) / 3), uses);
      const others = group.filter((fault) => !isOfSuccess(fault));
      return [...successes, ...choose(others, quota - successes.length, uses)];
    }),
  );
  return faults.filter((fault) => chosen.has(fault));
}

function isOfSuccess({ name }: SpecFault): boolean {
  return /^[^ ]+ [23]../.test(name);
}

function choose(group: readonly SpecFault[], quota: number, uses: Map<string, number>): SpecFault[] {
  const left = new Map(group.map((fault) => [fault, hash(fault.name)]));
  const chosen: SpecFault[] = [];
  while (chosen.length < quota && left.size > 0) {
    const usesOf = ({ operationId }: SpecFault) => uses.get(operationId) ?? 0;
    const [next] = [...left].reduce((best, each) => {
      const fewer = usesOf(each[0]) - usesOf(best[0]);
      return fewer < 0 || (fewer === 0 && each[1] < best[1]) ? each : best;
    });
    left.delete(next);
    uses.set(next.operationId, usesOf(next) + 1);
    chosen.push(next);
  }
  return chosen;
}

/** FNV-1a of 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const unit of text) value = Math.imul(value ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
