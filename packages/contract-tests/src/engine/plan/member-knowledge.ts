import type { Expectation } from "../run/expectation.ts";

/** A value that a keyword allows to the utmost, and where it stands. */
export interface LimitTried {
  /** The top-level member, or the parameter. */
  member: string;
  /** Undefined when it is left out. */
  value: unknown;
}

/** What somebody knows of the values of one parameter or member beyond its schema. */
export interface MemberKnowledge {
  /** Why a value that the schema allows may be refused; values at the limit are then not sent, and the reason is listed. */
  fixed?: string | ((value: unknown) => string | undefined);
  /** What a value that the schema allows is answered with, where that is no success: the id of nothing, say. */
  answer?: Expectation | ((value: unknown) => Expectation | undefined);
  /** A value of this length that means something. */
  ofLength?(length: number): unknown;
}

export function sizedBy(known: MemberKnowledge): MemberKnowledge["ofLength"] {
  return known.ofLength?.bind(known);
}

export function fixedBy({ fixed }: MemberKnowledge, value: unknown): string | undefined {
  return typeof fixed === "function" ? fixed(value) : fixed;
}

export function answerTo({ answer }: MemberKnowledge, value: unknown): Expectation | undefined {
  return typeof answer === "function" ? answer(value) : answer;
}
