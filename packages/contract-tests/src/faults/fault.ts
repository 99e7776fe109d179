import type { Operation } from "../engine/index.ts";

/** Which half of the contract a server with the fault breaks. */
export type SpecFaultFamily =
  | "response property"
  | "response envelope"
  | "request value"
  | "request envelope";

/** A request on its way to the server. */
export interface Incoming {
  method: string;
  url: URL;
  headers: Headers;
  body: Uint8Array | undefined;
  /** What the document calls it; undefined for what it does not have. */
  operation: Operation | undefined;
  /** The documented path, also when the method is not documented. */
  path: string | undefined;
  /** The values of the path's parameters, decoded. */
  parameters: Readonly<Record<string, string>>;
}

/** An answer on its way back. */
export interface Outgoing {
  status: number;
  headers: Headers;
  body: Uint8Array;
}

/** What one fault does while it is in force. It may remember what it has seen. */
export interface Behaviour {
  /** What the server is asked in place of this; undefined where the fault has nothing to do with it. */
  asks?(request: Incoming): Incoming | undefined | Promise<Incoming | undefined>;
  /** What is answered in place of this; `ask` sends the server another request. */
  tells?(
    answer: Outgoing,
    request: Incoming,
    ask: (request: Incoming) => Promise<Outgoing>,
  ): Outgoing | undefined | Promise<Outgoing | undefined>;
  /** Sees every request with the server's own answer. */
  sees?(request: Incoming, answer: Outgoing): void | Promise<void>;
}

/** A way to break the contract that can be read off the document alone, so that it fits any server of it. */
export interface SpecFault {
  /** As `getUser 200 username: dropped`; the same for the same document. */
  name: string;
  family: SpecFaultFamily;
  /** The last word of the name: what is done, such as `dropped`. */
  kind: string;
  operationId: string;
  /** What the server does wrong, in one sentence. */
  says: string;
  /** Where in the document the broken promise stands. */
  pointer: string;
  /** Whether every server that answers as the operation says gives the fault something to break. */
  isCertain: boolean;
  start(): Behaviour;
}
