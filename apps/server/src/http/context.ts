import type { Logger } from "../log.ts";
import type { Context } from "./operation.ts";

/** What is known of a request besides its content. Address and log are made when somebody asks. */
export class RequestContext implements Context {
  readonly requestId: string;
  readonly headers: Headers;
  /** What the answer tells of the rate limit, once the request was counted. */
  limitHeaders: Record<string, string> | undefined;
  readonly #findAddress: () => string;
  readonly #parentLog: Logger;
  #address: string | undefined;
  #log: Logger | undefined;

  constructor(requestId: string, headers: Headers, findAddress: () => string, log: Logger) {
    this.requestId = requestId;
    this.headers = headers;
    this.#findAddress = findAddress;
    this.#parentLog = log;
  }

  get address(): string {
    this.#address ??= this.#findAddress();
    return this.#address;
  }

  get log(): Logger {
    this.#log ??= this.#parentLog.child({ requestId: this.requestId });
    return this.#log;
  }
}
