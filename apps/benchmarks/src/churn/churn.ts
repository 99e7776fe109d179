import { statSync } from "node:fs";
import { openDatabase } from "@fluxer-oauth2/server/src/db/client.ts";
import { prune } from "@fluxer-oauth2/server/src/pruning/prune.ts";
import { CALLBACK, startHost } from "@fluxer-oauth2/server/test/support/host.ts";

export interface Churn {
  /** Where the SQLite file is made. */
  readonly path: string;
  readonly minutes: number;
  /** Consents in a simulated minute; each becomes a chain of three pairs, and one client's own token is made beside it. */
  readonly consents: number;
  readonly batch: number;
  readonly onMinute?: (minute: Minute) => void;
}

/** What there was at the end of a simulated minute, after the pruning in it. */
export interface Minute {
  readonly minute: number;
  readonly fileBytes: number;
  readonly logBytes: number;
  readonly made: number;
  readonly removed: number;
}

const MINUTE = 60_000;
/** A refresh token is used when it is so old. */
const REFRESH_AFTER = 3 * MINUTE;
const GENERATIONS = 2;

/** Everything ends within minutes, so that an hour holds many generations. */
const LIFETIMES = {
  accessTokenSeconds: 300,
  refreshTokenSeconds: 600,
  codeSeconds: 60,
  auditLogSeconds: 600,
  sessionSeconds: 100_000_000,
};

/** After this many minutes as much ends as begins: the longest chain has expired, and stayed for its ten minutes more. */
export const STEADY_AFTER = 3 * GENERATIONS + LIFETIMES.refreshTokenSeconds / 60 + 10 + 2;

interface Due {
  readonly at: number;
  readonly refreshToken: string;
  readonly generation: number;
}

/** Moves the clock of a whole provider: tokens are made, used, replaced and forgotten, and what has expired is removed. */
export async function churn({ path, minutes, consents, batch, onMinute }: Churn): Promise<Minute[]> {
  const db = await openDatabase({ url: `file:${path}` });
  const newUrl = () => Promise.reject(new Error("there is one file"));
  const host = await startHost(
    Object.assign(async () => db, { dialect: db.dialect, newUrl }),
    LIFETIMES,
  );
  const { call, agree, clock, config } = host;
  const user = await host.register();
  const client = await host.createApplication(user);
  const as = { client_id: client.id, client_secret: client.secret };
  const due: Due[] = [];
  let made = 0;

  async function token(form: Record<string, string>): Promise<string> {
    const { status, body } = await call("exchangeOauth2Token", { form: { ...as, ...form } });
    if (status !== 200) throw new Error(`${form.grant_type} was answered ${status}: ${JSON.stringify(body)}`);
    made += 1;
    return "refresh_token" in body ? String(body.refresh_token) : "";
  }

  async function oneConsent(isAbandoned: boolean): Promise<void> {
    const { code } = await agree(user, client, { scope: "identify" });
    if (isAbandoned) return;
    const form = { grant_type: "authorization_code", code: code ?? "", redirect_uri: CALLBACK };
    due.push({ at: clock.now() + REFRESH_AFTER, refreshToken: await token(form), generation: 0 });
  }

  async function whatIsDue(): Promise<void> {
    for (;;) {
      const next = due[0];
      if (next === undefined || next.at > clock.now()) return;
      due.shift();
      const refreshToken = await token({ grant_type: "refresh_token", refresh_token: next.refreshToken });
      const generation = next.generation + 1;
      if (generation < GENERATIONS) due.push({ at: clock.now() + REFRESH_AFTER, refreshToken, generation });
    }
  }

  const all: Minute[] = [];
  for (let minute = 1; minute <= minutes; minute++) {
    made = 0;
    for (let consent = 0; consent < consents; consent++) {
      clock.advance(MINUTE / consents);
      // One user in four never comes back from the page.
      await oneConsent(consent % 4 === 3);
      await token({ grant_type: "client_credentials" });
      await whatIsDue();
    }
    const gone = await prune({ db, config, now: clock.now(), batch, rest: async () => true });
    const removed = Object.values(gone).reduce((sum, count) => sum + count, 0);
    const now = { minute, fileBytes: size(path), logBytes: size(`${path}-wal`), made, removed };
    all.push(now);
    onMinute?.(now);
  }
  await db.close();
  return all;
}

function size(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** The largest file of the second half of the minutes after `STEADY_AFTER` against the largest of the first half. */
export function growthOf(minutes: readonly Minute[]): number {
  const steady = minutes.filter(({ minute }) => minute > STEADY_AFTER).map(({ fileBytes }) => fileBytes);
  const half = Math.floor(steady.length / 2);
  return Math.max(...steady.slice(half)) / Math.max(...steady.slice(0, half));
}
