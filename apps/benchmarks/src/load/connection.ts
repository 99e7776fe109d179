import { connect, type Socket } from "node:net";
import { type Answer, readAnswer } from "./answer.ts";

/** One connection that stays; one request at a time. */
export interface Connection {
  send(bytes: Buffer): void;
  close(): void;
}

export function openConnection(
  port: number,
  onAnswer: (answer: Answer) => void,
  onBroken: (reason: string) => void,
): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let isClosed = false;
    socket.once("error", reject);
    socket.once("connect", () => {
      listen(socket, onAnswer, (reason) => {
        if (!isClosed) onBroken(reason);
      });
      resolve({
        send: (bytes) => void socket.write(bytes),
        close() {
          isClosed = true;
          socket.destroy();
        },
      });
    });
  });
}

function listen(
  socket: Socket,
  onAnswer: (answer: Answer) => void,
  onBroken: (reason: string) => void,
): void {
  let pending: Buffer | undefined;
  socket.on("data", (chunk: Buffer) => {
    const bytes = pending === undefined ? chunk : Buffer.concat([pending, chunk]);
    const answer = readAnswer(bytes);
    pending = answer === undefined ? bytes : undefined;
    if (answer === undefined) return;
    if (answer.length < bytes.length) onBroken("more bytes than one answer");
    else onAnswer(answer);
  });
  socket.on("error", (error) => onBroken(error.message));
  socket.on("close", () => onBroken("the connection was closed"));
}
