import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withGenerated } from "@fluxer-oauth2/scripts/markdown";
import type { PeerRun } from "./peers/peer.ts";
import { SURVIVORS } from "./survivors.ts";
import { byFamily, percent, scoreOf, type Verdict } from "./verdict.ts";

const PACKAGE = join(import.meta.dirname, "../../../packages/contract-tests");
export const TABLE: string = join(PACKAGE, "FAULTS.md");
/** The project's and the suite's. */
export const READMES: readonly string[] = [
  "../../../README.md",
  "../../../packages/contract-tests/README.md",
].map((path) => join(import.meta.dirname, path));
/** The part of each that quotes the table. */
export const PART = "faults";

/** Writes the committed table, and the lines of the READMEs that quote it. */
export function writeTable(verdicts: readonly Verdict[], peers: readonly PeerRun[], seed: number): void {
  writeFileSync(TABLE, tableOf(verdicts, peers, seed));
  for (const readme of READMES) {
    writeFileSync(readme, withGenerated(readFileSync(readme, "utf8"), PART, sentenceOf(verdicts)));
  }
}

export function sentenceOf(verdicts: readonly Pick<Verdict, "state" | "family">[]): string {
  const families = byFamily(verdicts).map(([family, own]) => `${family} ${fraction(own)}`);
  return `It finds ${fraction(verdicts)} seeded faults (${percent(scoreOf(verdicts))}): ${families.join(", ")}.`;
}

function tableOf(verdicts: readonly Verdict[], peers: readonly PeerRun[], seed: number): string {
  const families = byFamily(verdicts);
  const date = new Date().toISOString().slice(0, 10);
  return [
    "# Seeded faults",
    "",
    "<!-- Written by `npm run faults -- --write`; a test holds its names to the faults that there are. -->",
    "",
    `Each fault was put into the reference server by itself, and the suite run against it (${date}, Node ${process.versions.node},`,
    `seed ${seed}, SQLite in memory, in process, to the first finding; the cases most likely to find it first). The server`,
    "without a fault has no finding, so each finding is an answer that the fault changed. The seconds are those of one busy core.",
    "",
    "| family | found | score | seconds |",
    "|---|---|---|---|",
    ...families.map(([family, own]) => scoreRow(family, own)),
    scoreRow("**all**", verdicts),
    "",
    ...peerLines(verdicts, peers),
    ...survivorLines(verdicts),
    ...families.flatMap(([family, own]) => familyLines(family, own, peers)),
  ].join("\n");
}

function scoreRow(name: string, verdicts: readonly Verdict[]): string {
  const seconds = verdicts.reduce((sum, each) => sum + each.seconds, 0);
  return `| ${name} | ${fraction(verdicts)} | ${percent(scoreOf(verdicts))} | ${seconds.toFixed(0)} |`;
}

function fraction(verdicts: readonly Pick<Verdict, "state">[]): string {
  const { killed, total } = scoreOf(verdicts);
  return `${killed} of ${total}`;
}

function peerLines(verdicts: readonly Verdict[], peers: readonly PeerRun[]): string[] {
  if (peers.length === 0) return [];
  const ours = verdicts.filter(({ family }) => family.startsWith("re"));
  const seconds = ours.reduce((sum, each) => sum + each.seconds, 0);
  return [
    "## Beside other tools",
    "",
    "On the same faults of the document, in front of the same server; a fault counts as found when a test fails that passes without it.",
    "",
    "| tool | found | score | seconds | date | what it was given |",
    "|---|---|---|---|---|---|",
    `| this suite | ${fraction(ours)} | ${percent(scoreOf(ours))} | ${seconds.toFixed(0)} | | |`,
    ...peers.map((peer) => {
      const { tool, version, date, given, seconds: time } = peer;
      const score = scoreOf(peer.verdicts);
      return `| ${tool} ${version} | ${score.killed} of ${score.total} | ${percent(score)} | ${time} | ${date} | ${cell(given)} |`;
    }),
    "",
  ];
}

function survivorLines(verdicts: readonly Verdict[]): string[] {
  const survivors = verdicts.filter(({ state }) => state === "survived");
  if (survivors.length === 0) return [];
  const why = ({ name }: Verdict) => SURVIVORS[name] ?? "Not explained yet.";
  return [
    "## Not found",
    "",
    "| fault | why |",
    "|---|---|",
    ...survivors.map((each) => `| \`${each.name}\` | ${cell(why(each))} |`),
    "",
  ];
}

function familyLines(family: string, verdicts: readonly Verdict[], peers: readonly PeerRun[]): string[] {
  const rows = verdicts.map(({ name, says, killer, state, seconds }) => {
    const by = killer ? `${killer.case}: ${killer.message}` : "–";
    const found = peers.flatMap((peer) =>
      peer.verdicts.some((each) => each.name === name && each.state === "killed") ? [peer.tool] : [],
    );
    const also = found.length > 0 ? ` (${found.join(" and ")} too)` : "";
    return `| \`${cell(name)}\` | ${cell(says)} | ${state === "killed" ? cell(by) : "**not found**"}${also} | ${seconds.toFixed(1)} |`;
  });
  return [
    `## ${family}`,
    "",
    "| fault | what the server does wrong | found by | s |",
    "|---|---|---|---|",
    ...rows,
    "",
  ];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("\n", " ");
}
