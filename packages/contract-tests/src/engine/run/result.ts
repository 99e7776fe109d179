/** What became of one case. */
export interface CaseResult {
  title: string;
  operationId: string | undefined;
  state: "passed" | "failed" | "skipped";
  milliseconds: number;
  /** Why it could not be tried. */
  reason: string | undefined;
}
