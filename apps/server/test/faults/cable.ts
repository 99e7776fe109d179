import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

/** What is between a server and its database, and can be taken away. */
export interface Cable {
  readonly port: number;
  /** Breaks every connection and takes no new one. */
  cut(): Promise<void>;
  /** Takes whatever is sent, and delivers nothing. */
  silence(): void;
  mend(): Promise<void>;
  remove(): Promise<void>;
}

/** `watch` is told of whatever is sent, before it is passed on: from the server's side or from the database's. */
export async function createCable(
  target: number,
  watch: (from: "server" | "database") => void = () => {},
): Promise<Cable> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let isSilent = false;
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    const pair = [near, far] as const;
    pairs.add(pair);
    join(pair, () => isSilent, watch);
    near.once("close", () => pairs.delete(pair));
  });
  const port = await listen(server, 0);

  async function cut(): Promise<void> {
    const closed = server.listening ? once(server, "close") : undefined;
    if (closed) server.close();
    for (const socket of [...pairs].flat()) socket.destroy();
    await closed;
  }

  return {
    port,
    cut,
    silence() {
      isSilent = true;
    },
    async mend() {
      isSilent = false;
      if (!server.listening) await listen(server, port);
    },
    remove: cut,
  };
}

function join(
  [near, far]: readonly [Socket, Socket],
  isSilent: () => boolean,
  watch: (from: "server" | "database") => void,
): void {
  for (const [from, to, side] of [[near, far, "server"] as const, [far, near, "database"] as const]) {
    from.on("data", (bytes) => {
      watch(side);
      // What is lost makes the rest worthless, so such a connection never speaks again.
      if (isSilent()) from.removeAllListeners("data").resume();
      else to.write(bytes);
    });
    from.on("error", () => {});
    from.on("close", () => to.destroy());
  }
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
