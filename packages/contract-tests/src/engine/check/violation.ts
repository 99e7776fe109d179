/** What an answer can do wrong. */
export type Rule =
  | "undocumented-status"
  | "undocumented-media-type"
  | "malformed-body"
  | "schema"
  | "undocumented-member"
  | "missing-header"
  | "header-value"
  | "body-not-empty";

export interface Violation {
  rule: Rule;
  message: string;
  /** Where in the document the broken promise stands. */
  pointer: string;
}
