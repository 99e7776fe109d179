import type { Entry, Plan } from "../load/plan.ts";
import type { Cores } from "../machine.ts";
import type { Operation } from "../operations.ts";

/** A server that is measured. */
export interface Contestant {
  readonly name: string;
  readonly title: string;
  readonly group: "anchor" | "ours" | "peer";
  /** Where it keeps things, and what of it survives a loss of power. */
  readonly storage: string;
  /** What it keeps of a token. */
  readonly secrets: string;
  start(surroundings: Surroundings): Promise<Running>;
}

export interface Surroundings {
  /** For this contestant's files; exists. */
  readonly directory: string;
  readonly cores: Cores | undefined;
  /** Stored before the first request; peers store fewer. */
  readonly tokens: number;
  /** For this provider's environment, beside the usual ones. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly say: (text: string) => void;
}

export interface Running {
  readonly pid: number;
  /** Processes that work for it, with their children at any moment. */
  readonly helpers: readonly number[];
  readonly port: number;
  /** Of the operations that it has; an anchor answers the same to each. */
  readonly plans: Partial<Record<Operation, Plan>>;
  /** More entries for a plan whose entries serve once. */
  refill(operation: Operation, count: number): Promise<readonly Entry[]>;
  /** Takes the processor from it while others are measured. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}
