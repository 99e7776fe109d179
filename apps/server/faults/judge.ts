// Holds the suite against one fault. In a process of its own, because a fault may hang it.
import { type Fetch, type Finding, type Report, runConformance } from "@fluxer-oauth2/contract-tests";
import { faulty } from "@fluxer-oauth2/contract-tests/faults";
import { type SeededFault, spec } from "./faults.ts";
import { fingerprints } from "./fingerprints.ts";
import type { Hooks } from "./hooks.ts";
import type { Provider } from "./provider.ts";
import type { Verdict } from "./verdict.ts";

type Only = (title: string) => boolean;

export interface Judge {
  /** Throws when the suite finds something on the server as it is, because then no finding would prove anything. */
  check(): Promise<void>;
  judge(fault: SeededFault): Promise<Verdict>;
}

export function createJudge(seed: number, hooks: Hooks): Judge {
  let right: ReadonlyMap<string, string> = new Map();

  async function check(): Promise<void> {
    await using provider = await start();
    const report = await suite(provider, provider.fetch, seed);
    const [finding] = report.findings;
    if (finding) throw new Error(`the server without a fault has a finding: ${told(finding)}`);
    right = fingerprints(report);
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
    const [change] = proxy?.changes ?? [];
    const shown = proxy
      ? change && `${change.request}: ${change.what}`
      : ((finding && told(finding)) ?? difference(right, report));
    const killer = finding && { case: finding.case, message: report.mask(finding.message) };
    return { name, family, says, state: finding ? "killed" : "survived", shown, killer, seconds };
  }

  return { check, judge };
}

/** The cases that are most likely to find it come first, then the whole suite; each time it stops at the first finding. */
async function hunt(seeded: SeededFault, provider: Provider, fetch: Fetch, seed: number): Promise<Report> {
  const first = await suite(provider, fetch, seed, likely(seeded));
  return first.findings.length > 0 ? first : suite(provider, fetch, seed);
}

function likely(seeded: SeededFault): Only {
  const isOfOperation = (title: string) => /^[A-Za-z0-9]+: /.test(title);
  if (seeded.kind === "spec") return (title) => title.startsWith(`${seeded.fault.operationId}: `);
  if (seeded.fault.family === "oauth") return (title) => !isOfOperation(title);
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

function told({ case: title, message }: Finding): string {
  return `${title}: ${message}`;
}

/** Where the suite was content: a case that was answered differently all the same. */
function difference(right: ReadonlyMap<string, string>, report: Report): string | undefined {
  const now = fingerprints(report);
  const title = [...now.keys()].find((each) => right.has(each) && right.get(each) !== now.get(each));
  return title === undefined ? undefined : `${title}: ${now.get(title)} in place of ${right.get(title)}`;
}
