// Holds the suite against one fault. In a process of its own, because a fault may hang it.
import { type Fetch, type Report, runConformance } from "@fluxer-oauth2/contract-tests";
import { faulty } from "@fluxer-oauth2/contract-tests/faults";
import { type SeededFault, spec } from "./faults.ts";
import { fingerprints } from "./fingerprints.ts";
import type { Hooks } from "./hooks.ts";
import { KILLERS } from "./killers.ts";
import type { Provider } from "./provider.ts";
import type { Verdict } from "./verdict.ts";

type Only = (title: string) => boolean;

export interface Judge {
  /** Throws when the suite has the same finding on the server as it is, because then it would prove nothing. */
  judge(fault: SeededFault): Promise<Verdict>;
}

/** Planning a run takes most of the time of a run of one case. */
const MOST_SINGLE_CASES = 5;

export function createJudge(seed: number, hooks: Hooks): Judge {
  const innocent = new Map<string, Promise<Fingerprints>>();
  let whole: Promise<Fingerprints> | undefined;

  /** What the server without a fault answers in one case or, as soon as that is asked often or for none, in all. */
  function rightly(title: string | undefined): Promise<Fingerprints> {
    if (title === undefined || innocent.size >= MOST_SINGLE_CASES) whole ??= withoutFault(seed, undefined);
    const known = whole ?? innocent.get(title ?? "");
    if (known) return known;
    const single = withoutFault(seed, title);
    innocent.set(title ?? "", single);
    return single;
  }

  async function judge(seeded: SeededFault): Promise<Verdict> {
    const { name, family, says } = seeded.fault;
    await using provider = await start(seeded.kind === "patch" ? name : undefined);
    if (seeded.kind === "patch" && !hooks.loaded.has(name))
      throw new Error(`${name}: its file was never loaded`);
    const proxy = seeded.kind === "spec" ? faulty(spec, seeded.fault, provider.fetch) : undefined;
    const from = performance.now();
    const report = await hunt(seeded, provider, proxy?.fetch ?? provider.fetch, seed);
    const seconds = (performance.now() - from) / 1000;
    const [finding] = report.findings;
    const right = await rightly(finding?.case);
    const killer = finding && { case: finding.case, message: report.mask(finding.message) };
    const [change] = proxy?.changes ?? [];
    const shown = killer
      ? `${killer.case}: ${killer.message}`
      : change
        ? `${change.request}: ${change.what}`
        : difference(right, report);
    return { name, family, says, state: killer ? "killed" : "survived", shown, killer, seconds };
  }

  return { judge };
}

async function withoutFault(seed: number, title: string | undefined): Promise<Fingerprints> {
  await using provider = await start();
  // What coverage lacks shows only in a whole run.
  const isOne = title !== undefined && !title.endsWith("coverage");
  const report = await suite(provider, provider.fetch, seed, isOne ? (each) => each === title : undefined);
  const [finding] = report.findings;
  if (finding)
    throw new Error(
      `the server without a fault has a finding: ${finding.case}: ${report.mask(finding.message)}`,
    );
  return fingerprints(report);
}

/**
 * The case that found it last time comes first, then those that are likely to, then the whole suite; each time it stops at
 * the first finding.
 */
async function hunt(seeded: SeededFault, provider: Provider, fetch: Fetch, seed: number): Promise<Report> {
  const last = KILLERS[seeded.fault.name];
  const tries: Only[] = [...(last === undefined ? [] : [(title: string) => title === last]), likely(seeded)];
  for (const only of tries) {
    const report = await suite(provider, fetch, seed, only);
    if (report.findings.length > 0) return report;
  }
  return suite(provider, fetch, seed);
}

function likely(seeded: SeededFault): Only {
  const isOfOperation = (title: string) => /^[A-Za-z0-9]+: /.test(title);
  if (seeded.kind === "spec") return (title) => title.startsWith(`${seeded.fault.operationId}: `);
  // Random walks come with all other cases, after what finds a fault more directly.
  if (seeded.fault.family === "oauth")
    return (title) => !isOfOperation(title) && !title.startsWith("state machine");
  return (title) => isOfOperation(title) && /: (?:with|without|of) /.test(title);
}

function suite({ config }: Provider, fetch: Fetch, seed: number, only?: Only): Promise<Report> {
  return runConformance({ baseUrl: "http://localhost", fetch, config, seed, bail: true, only });
}

async function start(fault?: string): Promise<Provider> {
  const query = fault === undefined ? "" : `?fault=${encodeURIComponent(fault)}`;
  // Its own copy of every module of the server, which the hooks make.
  const { startProvider }: typeof import("./provider.ts") = await import(`./provider.ts${query}`);
  return startProvider();
}

/** Where the suite was content: a case that was answered differently all the same. */
function difference(right: Fingerprints, report: Report): string | undefined {
  for (const [title, now] of fingerprints(report)) {
    const before = right.get(title);
    const at = before?.length === now.length ? now.findIndex((each, index) => each !== before[index]) : -1;
    if (before && at >= 0) return `${title}: ${now[at]} in place of ${before[at]}`;
  }
  return undefined;
}

type Fingerprints = ReadonlyMap<string, readonly string[]>;
