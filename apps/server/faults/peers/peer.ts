import type { Verdict } from "../verdict.ts";
import type { Scene } from "./scene.ts";

export interface Peer {
  readonly tool: string;
  readonly version: string;
  /** What it is given beyond the document, and what has to be taken out of it. */
  readonly given: string;
  /** Installs what it needs. Gives the reason when that cannot be had. */
  prepare(): Promise<string | undefined>;
  /** The names of the tests that fail, by operation. */
  failures(options: PeerOptions): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
}

export interface PeerOptions {
  /** An empty one, for this run alone. */
  directory: string;
  url: string;
  scene: Scene;
}

/** What a tool found of the faults of the document. */
export interface PeerRun {
  readonly tool: string;
  readonly version: string;
  /** As `2026-11-22`. */
  readonly date: string;
  readonly given: string;
  /** Of all runs together. */
  readonly seconds: number;
  readonly verdicts: readonly Pick<Verdict, "name" | "state">[];
}
