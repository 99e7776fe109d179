import { type CommandParser, createClient, defineScript } from "@redis/client";
import type { Limit, Usage } from "../http/limits.ts";
import type { RemoteLimits } from "./insured.ts";

const CONNECT_MS = 1000;
// A connection on which nothing moves is dead, for instance one whose greeting is not answered; a living one is kept
// moving.
const DEAD_AFTER_MS = 2000;
const PING_EVERY_MS = 700;
const RECONNECT_MOST_MS = 1000;
const RECONNECT_FIRST_MS = 25;
// Each waits for a reply; who waits longer than PATIENCE_MS of insured.ts does not come back for it.
const MOST_COMMANDS = 10_000;

// One more in the window that is open, or the first of a new one; atomic, because a script runs alone. The key goes with
// its window.
const count = defineScript({
  NUMBER_OF_KEYS: 1,
  SCRIPT: `local used = redis.call("INCR", KEYS[1])
local left = redis.call("PTTL", KEYS[1])
if left < 0 then
  redis.call("PEXPIRE", KEYS[1], ARGV[1])
  left = tonumber(ARGV[1])
end
return {used, left}`,
  parseCommand(parser: CommandParser, key: string, milliseconds: number) {
    parser.pushKey(key);
    parser.push(String(milliseconds));
  },
  // The script's two integers, as the client gives them.
  transformReply: (reply: unknown) => reply as number[],
});

/** Counts on a server that speaks the Redis protocol: one round trip, one key, nothing to clean up. */
export function createRedisLimits(url: string, onError: (error: unknown) => void): RemoteLimits {
  let client = connect(url, onError);
  return {
    isReady: () => client.isReady,
    async consume({ bucket, limit, window }: Limit, whose: string): Promise<Usage> {
      const [used, left] = await client.count(`fluxer:limit:${bucket}:${whose}`, window * 1000);
      if (used === undefined || left === undefined) throw new TypeError("a count answers with two numbers");
      return { isAllowed: used <= limit, remaining: Math.max(0, limit - used), resetMilliseconds: left };
    },
    reconnect() {
      client.destroy();
      client = connect(url, onError);
    },
    close: () => client.destroy(),
  };
}

function connect(url: string, onError: (error: unknown) => void) {
  const client = createClient({
    url,
    scripts: { count },
    // What cannot be sent now is counted elsewhere at once.
    disableOfflineQueue: true,
    commandsQueueMaxLength: MOST_COMMANDS,
    pingInterval: PING_EVERY_MS,
    socket: { connectTimeout: CONNECT_MS, socketTimeout: DEAD_AFTER_MS, reconnectStrategy: backOff },
  });
  client.on("error", onError);
  client.connect().catch(onError);
  return client;
}

function backOff(retries: number): number {
  return Math.min(RECONNECT_MOST_MS, RECONNECT_FIRST_MS * 2 ** retries) * (0.5 + Math.random() / 2);
}
