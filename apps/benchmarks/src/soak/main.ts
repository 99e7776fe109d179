// npm run soak -- --minutes 10
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assignCores, describeMachine, memoryOf, pin } from "../machine.ts";
import { writeJson } from "../report/json.ts";
import { median } from "../statistics.ts";
import { createMix, SHARES } from "./mix.ts";
import { readOptions } from "./options.ts";
import { type Felt, runPhase } from "./phase.ts";
import { makeDatabase, serve } from "./server.ts";

/** Of the p99 while expired rows are removed, as a multiple of the p99 while none are. */
const MOST_WHILE_PRUNING = 2;

const options = readOptions();
const { connections, seconds, minutes } = options;
const directory = mkdtempSync(join(tmpdir(), "fluxer-soak-"));
const cores = assignCores();
pin(cores?.load, process.pid);
const say = (text: string) => console.error(text);
const place = { directory, cores, tokens: options.tokens, say };
process.once("SIGINT", () => {
  rmSync(directory, { recursive: true, force: true });
  process.exit(130);
});

const results: object[] = [];
const ratios: number[] = [];

/** After each part, so that none is lost when a later one fails. */
function save(): void {
  if (options.json === undefined) return;
  const facts = { at: new Date().toISOString(), machine: describeMachine(cores), shares: SHARES, options };
  writeJson(options.json, { ...facts, results, ratios });
}

try {
  const database = await makeDatabase(place);
  const mix = createMix(database.plans(), database.basicOf);

  function keep(name: string, felt: Felt, more: object = {}): Felt {
    results.push({ name, ...more, ...felt });
    save();
    const { p50, p99, p999, slowest, errors } = felt;
    const times = [p50, p99, p999, slowest].map((time) => time.toFixed(1)).join(" / ");
    const rate = (felt.requests / felt.seconds).toFixed(0);
    say(`${name}: ${rate} a second, p50 / p99 / p99.9 / slowest ${times} ms, errors ${errors}`);
    for (const fault of felt.faults) say(`  ${fault}`);
    return felt;
  }

  /** Requests in a second that the provider reaches in any case with as many connections and more. */
  async function findCapacity(): Promise<number> {
    const server = await serve(database, place, 0);
    const part = { port: server.port, seconds };
    await runPhase({ ...part, connections: 32 }, mix);
    const reached: number[] = [];
    for (let each = 1; each <= options.most; each *= 2) {
      const felt = keep(
        `${each} connection${each === 1 ? "" : "s"}`,
        await runPhase({ ...part, connections: each }, mix),
      );
      if (each >= Math.min(connections, options.most / 2)) reached.push(felt.requests / felt.seconds);
    }
    await server.stop();
    return Math.min(...reached);
  }

  async function lastLong(rate: number): Promise<void> {
    const server = await serve(database, place, 0);
    const part = { port: server.port, connections, rate };
    await runPhase({ ...part, seconds }, mix);
    const before = memoryOf(server.pid).resident;
    let toldAt = 0;
    const onSecond = (answered: number, second: number) => {
      if (second - toldAt < 30) return;
      toldAt = second;
      say(`  ${second.toFixed(0)} s: ${answered} answers`);
    };
    const felt = await runPhase({ ...part, seconds: minutes * 60, onSecond }, mix);
    const after = memoryOf(server.pid).resident;
    const share = options.rate > 0 ? `${rate} a second` : `${options.load} % of that`;
    keep(`${minutes} minutes at ${share}`, felt, { rate, memory: { before, after } });
    say(`  memory ${(before / 1e6).toFixed(0)} MB, afterwards ${(after / 1e6).toFixed(0)} MB`);
    await server.stop();
  }

  /** The p99 while expired rows are removed against the p99 while none are, each with a server of its own. */
  async function pruneUnderLoad(rate: number): Promise<number> {
    const p99: number[] = [];
    for (const pruneSeconds of [0, 1]) {
      await database.addExpired(options.expired);
      const server = await serve(database, place, pruneSeconds);
      const part = { port: server.port, connections, rate, seconds };
      await runPhase(part, mix);
      const left = database.countExpired();
      const felt = await runPhase(part, mix);
      const removed = left - database.countExpired();
      keep(`${removed} expired rows removed meanwhile`, felt, { removed });
      p99.push(felt.p99);
      await server.stop();
    }
    return (p99[1] ?? Number.NaN) / (p99[0] ?? Number.NaN);
  }

  const capacity = options.rate > 0 ? undefined : await findCapacity();
  const rate = capacity === undefined ? options.rate : (capacity * options.load) / 100;
  if (minutes > 0) await lastLong(rate);
  for (let round = 0; options.expired > 0 && round < options.rounds; round++)
    ratios.push(await pruneUnderLoad(rate));
  if (ratios.length > 0) say(`p99 while expired rows are removed: × ${median(ratios).toFixed(2)}`);

  save();
  const isGood = (results as Felt[]).every(({ errors, isExhausted }) => errors === 0 && !isExhausted);
  const isHeld = ratios.length === 0 || median(ratios) <= MOST_WHILE_PRUNING;
  process.exitCode = isGood && isHeld ? 0 : 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
