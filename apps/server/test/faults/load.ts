import { setTimeout as sleep } from "node:timers/promises";
import { codeOf } from "../../src/db/errors.ts";
import { requests } from "../support/requests.ts";
import type { Wire, WireAnswer, WireRequest } from "../support/wire.ts";
import type { Client, Pair } from "../support/world.ts";

/** One consent and what became of it. What is set was acknowledged; what was asked for and is not set may be either way. */
export interface Promised {
  code: string;
  isExchangeAsked: boolean;
  pair?: Pair;
  isRefreshAsked: boolean;
  nextPair?: Pair;
}

export interface Load {
  readonly promised: readonly Promised[];
  /** How often each status was answered; 0 counts the requests without an answer. */
  readonly statuses: ReadonlyMap<number, number>;
  /** When each answer came, in milliseconds of `performance.now()`. */
  readonly answers: readonly {
    readonly at: number;
    readonly status: number;
    readonly milliseconds: number;
  }[];
  /** Why there was none, for each of those. */
  readonly failures: readonly string[];
  /** Resolves when so many more requests are answered with this status. */
  reached(status: number, more: number): Promise<void>;
  stop(): Promise<void>;
}

const WORKERS = 6;
const PAUSE_MS = 20;

/** Consents, exchanges and refreshes by several at once, until it is stopped; it remembers whatever it was promised. */
export function startLoad(wire: Wire, client: Client): Load {
  const promised: Promised[] = [];
  const statuses = new Map<number, number>();
  const answers: { at: number; status: number; milliseconds: number }[] = [];
  const failures: string[] = [];
  let isRunning = true;

  /** The body of a success. Whatever else comes is counted, and ends what the worker was at. */
  async function ask(asked: WireRequest): Promise<WireAnswer["body"] | undefined> {
    const begun = performance.now();
    const answer = await wire.send(asked).catch((error: unknown) => {
      failures.push(codeOf(error));
      return undefined;
    });
    const status = answer?.status ?? 0;
    const at = performance.now();
    answers.push({ at, status, milliseconds: at - begun });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status === 200) return answer?.body;
    await sleep(PAUSE_MS);
    return undefined;
  }

  async function oneConsent(): Promise<void> {
    const consent = await ask(requests.consent(client.owner, client));
    if (!consent) return;
    const code = new URL(consent.redirect_to ?? "").searchParams.get("code") ?? "";
    const entry: Promised = { code, isExchangeAsked: false, isRefreshAsked: false };
    promised.push(entry);
    if (!isRunning) return;
    entry.isExchangeAsked = true;
    const pair = pairOf(await ask(requests.exchange(client, code)));
    if (!pair) return;
    entry.pair = pair;
    if (!isRunning) return;
    entry.isRefreshAsked = true;
    const nextPair = pairOf(await ask(requests.refresh(client, pair.refresh_token)));
    if (nextPair) entry.nextPair = nextPair;
  }

  async function work(): Promise<void> {
    while (isRunning) await oneConsent();
  }

  const workers = Array.from({ length: WORKERS }, work);
  const count = (status: number) => statuses.get(status) ?? 0;
  return {
    promised,
    statuses,
    answers,
    failures,
    async reached(status, more) {
      const wanted = count(status) + more;
      const deadline = Date.now() + 60_000;
      while (count(status) < wanted) {
        if (Date.now() > deadline) throw new Error(`no ${more} answers of ${status}: ${[...statuses]}`);
        await sleep(5);
      }
    },
    async stop() {
      isRunning = false;
      await Promise.all(workers);
    },
  };
}

function pairOf(body: WireAnswer["body"] | undefined): Pair | undefined {
  const { access_token = "", refresh_token = "" } = body ?? {};
  return body && { access_token, refresh_token };
}
