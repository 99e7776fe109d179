import { absent, documented, type Finding } from "./compare/finding.ts";
import { Place, UnreadableError } from "./spec/place.ts";

/** A fact that the spec deliberately states otherwise, as `openapi/divergences.yaml` lists it. */
export interface Divergence {
  fact: string;
  documentation: string;
  spec: string;
  at: Place;
}

const keys = ["fact", "documentation", "spec", "reason"];

export function readDivergences(path: string): Divergence[] {
  const root = Place.open(path);
  const list = root.get("divergences");
  if (!Array.isArray(list?.value)) throw new UnreadableError(`${root.where}: needs a list named divergences`);
  const divergences = new Map<string, Divergence>();
  for (const item of list.items) {
    const divergence = readDivergence(item);
    const known = divergences.get(divergence.fact)?.at.where;
    if (known) throw new UnreadableError(`${item.where}: ${divergence.fact} is listed at ${known} too`);
    divergences.set(divergence.fact, divergence);
  }
  return [...divergences.values()];
}

function readDivergence(at: Place): Divergence {
  const unknown = [...at.members.keys()].find((name) => !keys.includes(name));
  const [fact, documentation, spec, reason] = keys.map((key) => String(at.get(key)?.value ?? "").trim());
  if (unknown || !fact || !documentation || !spec || !reason) {
    throw new UnreadableError(`${at.where}: a divergence has exactly ${keys.join(", ")}`);
  }
  return { fact, documentation, spec, at };
}

/** Something for a person to settle. */
export interface Difference {
  fact: string;
  text: string;
}

export interface Verdict {
  held: Finding[];
  diverging: Finding[];
  differences: Difference[];
}

/** Sorts what the comparison found: a difference that is listed is settled, a listed one that is none is a difference. */
export function judge(findings: Finding[], divergences: Divergence[]): Verdict {
  const held = findings.filter((finding) => finding.documentation === finding.spec);
  const diverging: Finding[] = [];
  const differences: Difference[] = [];
  for (const finding of findings) {
    if (finding.documentation === finding.spec) continue;
    const entry = divergences.find(({ fact }) => fact === finding.fact);
    if (entry?.documentation === finding.documentation && entry.spec === finding.spec)
      diverging.push(finding);
    else differences.push({ fact: finding.fact, text: describe(finding, entry) });
  }
  // Beneath these nothing was compared: a schema or operation that one side lacks, a schema of another type.
  const open = differences.map(({ fact }) => fact.replace(/\/type$/, ""));
  const settled = new Set(diverging.map(({ fact }) => fact));
  for (const { fact, at } of divergences) {
    if (settled.has(fact) || open.some((other) => fact === other || fact.startsWith(`${other}/`))) continue;
    const known = held.find((finding) => finding.fact === fact);
    const why = known ? `both sides say ${known.spec} now` : "there is no such fact";
    differences.push({ fact, text: `${at.where}: ${fact}: listed as a divergence, but ${why}` });
  }
  return { held, diverging, differences };
}

function describe({ fact, documentation, spec, at, source }: Finding, entry?: Divergence): string {
  const sides = `the documentation has ${quote(documentation)} (${source.where}), the spec has ${quote(spec)}`;
  const listed =
    entry && `; ${entry.at.where} lists ${quote(entry.documentation)} against ${quote(entry.spec)}`;
  return `${at.where}: ${fact}: ${sides}${listed ?? ""}`;
}

function quote(text: string): string {
  if (text === documented) return "it";
  return text === absent ? "nothing" : JSON.stringify(text);
}
