import type { FindingRule } from "../run/finding.ts";

interface RuleText {
  title: string;
  /** What it means, and what to do about it. */
  help: string;
}

/** What each kind of finding means to somebody who has not read this suite. */
export const RULES: Readonly<Record<FindingRule, RuleText>> = {
  "undocumented-status": {
    title: "Status not documented",
    help: "The answer has a status that the operation does not list. Clients made from the document have no branch for it. Answer with a documented status, or document this one.",
  },
  "undocumented-media-type": {
    title: "Media type not documented",
    help: "The answer's content type is not one that the document lists for this status. Clients choose their parser by it.",
  },
  "malformed-body": {
    title: "Body cannot be read",
    help: "The body is not what its content type says, such as broken JSON.",
  },
  schema: {
    title: "Body breaks its schema",
    help: "A value in the body breaks a keyword of the schema that the document gives for this status and media type.",
  },
  "undocumented-member": {
    title: "Member not documented",
    help: "The body holds a member that no schema names. It may be a leak, and clients that come to depend on it break when it goes. Remove it or document it.",
  },
  "missing-header": {
    title: "Required header missing",
    help: "The document requires this header in the answer.",
  },
  "header-value": {
    title: "Header breaks its schema",
    help: "The header's value breaks the schema that the document gives for it.",
  },
  "body-not-empty": {
    title: "Body where there must be none",
    help: "The document promises an answer without a body, but there is one.",
  },
  expectation: {
    title: "Wrong answer to this request",
    help: "The answer fits the document, but not this request: it took what it must refuse, refused what it must take, or said something else than the request asks for.",
  },
  preparation: {
    title: "Valid request refused",
    help: "Something that other cases need could not be made, because the server refused a request that the document allows. Mend this first: the cases that need it tell nothing yet.",
  },
  "no-answer": {
    title: "No answer",
    help: "The server closed the connection, or took too long, in place of answering. Look into its log at this time.",
  },
  "not-reached": {
    title: "Documented status never seen",
    help: "No request of the run got this documented status, and nothing explains why it cannot be had. Either the server never answers so, or the request that should have got it was answered differently: see the other findings of this operation.",
  },
};
