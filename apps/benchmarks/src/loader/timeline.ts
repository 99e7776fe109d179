import { type Loaded, type Shape, shapeOf } from "./shape.ts";

/** The n-th user, application, grant or pair. */
export type Index = number;

/**
 * Who has what, and since when. Pairs are numbered in the order of their making: first every grant gets one, then every
 * grant its second, so the grant of a young token is as likely to be old, as it is with consents that last a year.
 */
export interface Timeline {
  readonly shape: Shape;
  pairTime(pair: Index): number;
  grantOf(pair: Index): Index;
  generationOf(pair: Index): number;
  /** The pair that took this one's place; undefined for the last of its grant. */
  successorOf(pair: Index): Index | undefined;
  userOf(grant: Index): Index;
  applicationOf(grant: Index): Index;
  ownerOf(application: Index): Index;
  userTime(user: Index): number;
  applicationTime(application: Index): number;
}

export function createTimeline({ tokens, start, end }: Loaded): Timeline {
  const shape = shapeOf(tokens);
  const { pairs, grants, users, applications } = shape;
  const step = (end - start) / pairs;
  const userOf = (grant: Index) => grant % users;
  return {
    shape,
    pairTime: (pair) => Math.floor(start + pair * step),
    grantOf: (pair) => pair % grants,
    generationOf: (pair) => Math.floor(pair / grants),
    successorOf: (pair) => (pair + grants < pairs ? pair + grants : undefined),
    userOf,
    // Another one for each grant of a user.
    applicationOf: (grant) => (userOf(grant) * 7 + Math.floor(grant / users)) % applications,
    ownerOf: (application) => application % users,
    // A millisecond each, so that their identifiers differ by their time alone.
    userTime: (user) => start - applications - users + user,
    applicationTime: (application) => start - applications + application,
  };
}
