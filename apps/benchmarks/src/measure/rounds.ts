import { ANCHOR } from "../contestants/anchors.ts";
import type { Contestant } from "../contestants/contestant.ts";
import type { Outcome } from "../load/run.ts";
import { OPERATIONS, type Operation } from "../operations.ts";
import { TooNoisy } from "../report/too-noisy.ts";
import type { Arena, Timing } from "./arena.ts";

/** One contestant's one operation in one round. */
export interface Sample {
  readonly round: number;
  readonly contestant: string;
  readonly operation: Operation;
  readonly outcome: Outcome;
}

export interface RoundsOptions {
  readonly contestants: readonly Contestant[];
  readonly operations: readonly Operation[];
  readonly rounds: number;
  /** For operations that are not settled by then. */
  readonly mostRounds: number;
  readonly isSettled: (operation: Operation, samples: readonly Sample[]) => boolean;
  readonly seconds: number;
  /** Before the first round, of each operation of each contestant. */
  readonly warmUpSeconds: number;
  /** How often a sample is taken, at most, until others leave it alone. */
  readonly tries: number;
  readonly isWanted: (contestant: Contestant, operation: Operation) => boolean;
  readonly say: (text: string) => void;
}

/** More work of others than this share of one core, and a sample is taken again. */
export const MOST_OTHERS = 0.1;
/** More of all samples disturbed than this share, and there are no figures. */
export const MOST_DISTURBED = 0.1;
const WARM_SECONDS = 0.3;
const PATIENCE = 5;

/** A contestant that answers wrongly has no figure, and there is no table without it. */
export class WrongAnswers extends Error {
  override readonly name = "WrongAnswers";
}

/**
 * Round by round, and in a round operation by operation, each contestant has its turn beside the anchor; who begins moves
 * on from round to round. So a drift of the machine hits all alike. Round 0 warms and is not kept. When all rounds are made,
 * there are more of them for those operations that are not settled.
 */
export async function measureRounds(arena: Arena, options: RoundsOptions): Promise<Sample[]> {
  const { rounds, mostRounds, seconds, warmUpSeconds, say } = options;
  const timing = { warmSeconds: Math.min(WARM_SECONDS, seconds), seconds };
  const samples: Sample[] = [];
  for (let round = 0; round <= mostRounds; round++) {
    const operations = options.operations.filter(
      (operation) => round <= rounds || !options.isSettled(operation, samples),
    );
    if (operations.length === 0) break;
    say(titleOf(round, rounds, operations));
    const tries = round === 0 ? 1 : options.tries;
    const times = round === 0 ? { warmSeconds: 0, seconds: warmUpSeconds } : timing;
    for (const operation of operations) {
      for (const contestant of rotated(competitors(arena, options, operation), round)) {
        const outcome = await measureOnce(arena, contestant, operation, { ...times, tries, say });
        if (round === 0) continue;
        samples.push({ round, contestant: contestant.name, operation, outcome });
        if (options.tries > 1) refuseIfHopeless(samples, turnsOf(arena, options));
      }
    }
  }
  return samples;
}

function titleOf(round: number, rounds: number, operations: readonly Operation[]): string {
  if (round === 0) return "warming everybody";
  return round <= rounds
    ? `round ${round} of ${rounds}`
    : `round ${round}, for what is not certain yet: ${operations.join(", ")}`;
}

/** Samples of all the rounds that there are in any case. */
function turnsOf(arena: Arena, options: RoundsOptions): number {
  const each = options.operations.map((operation) => competitors(arena, options, operation).length);
  return options.rounds * each.reduce((sum, count) => sum + count, 0);
}

/** Nobody has to wait for the end of a run that cannot have figures any more. */
function refuseIfHopeless(samples: readonly Sample[], turns: number): void {
  const disturbed = samples.filter(({ outcome }) => isDisturbed(outcome)).length;
  if (disturbed > turns * MOST_DISTURBED)
    throw new TooNoisy(
      `No figures: other processes worked during ${disturbed} of the first ${samples.length} samples: end them and run this again. (--allow-noise shows them.)`,
    );
}

/** The anchors come along wherever somebody is measured. */
function competitors(arena: Arena, options: RoundsOptions, operation: Operation): Contestant[] {
  const able = options.contestants.filter((each) => arena.has(each, operation));
  const wanted = able.filter((each) => each.group !== "anchor" && options.isWanted(each, operation));
  const anchors = able.filter((each) => each.group === "anchor");
  const alone = anchors.filter((each) => options.isWanted(each, operation));
  if (wanted.length === 0) return alone;
  return [...anchors.filter((each) => each.name === ANCHOR || alone.includes(each)), ...wanted];
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const start = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

async function measureOnce(
  arena: Arena,
  contestant: Contestant,
  operation: Operation,
  { tries, say, ...timing }: Timing & Pick<RoundsOptions, "tries" | "say">,
): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await arena.measure(contestant, operation, timing);
    const [fault] = outcome.faults;
    if (fault !== undefined)
      throw new WrongAnswers(`${contestant.title}, ${OPERATIONS[operation]}: ${fault}`);
    if (outcome.requests === 0) {
      // On a machine that is busy otherwise, a short time may pass without its turn.
      if (attempt < PATIENCE) continue;
      throw new WrongAnswers(
        `${contestant.title}, ${OPERATIONS[operation]}: no answer in ${attempt} attempts`,
      );
    }
    if (attempt >= tries || !isDisturbed(outcome)) return outcome;
    say(`others used ${shareOfOthers(outcome)} of a core: ${contestant.name} ${operation} once more`);
  }
}

export function isDisturbed({ otherCpu, seconds, isExhausted }: Outcome): boolean {
  return isExhausted || (otherCpu !== undefined && otherCpu / seconds > MOST_OTHERS);
}

function shareOfOthers({ otherCpu = 0, seconds }: Outcome): string {
  return `${Math.round((otherCpu / seconds) * 100)} %`;
}
