import { expect } from "vitest";
import type { Answer, Client, Provider } from "./provider.ts";
import type { readState } from "./state.ts";

type State = Awaited<ReturnType<typeof readState>>;

interface Refused {
  readonly error: string;
  readonly status?: number;
  readonly by: Client;
  /** The action of the one event. */
  readonly event?: string;
  /** What else becomes of the state; nothing else by default. */
  readonly changes?: Partial<State>;
}

/** The request is refused in the OAuth family, and leaves one event behind, and nothing more than is said here. */
export async function expectRefusal(
  provider: Provider,
  request: () => Promise<Answer>,
  { error, status = 400, by, event = "token.refuse", changes }: Refused,
): Promise<void> {
  const before = await provider.state();
  const answer = await request();
  expect(answer).toMatchObject({ status, body: { error } });
  expect(Object.keys(answer.body).toSorted()).toEqual(["error", "error_description"]);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const events = [...before.events, `${event} failure ${by.id}`];
  expect(await provider.state()).toEqual({ ...before, events, ...changes });
}

export async function expectDead(provider: Provider, client: Client, ...tokens: string[]): Promise<void> {
  for (const token of tokens) {
    expect((await provider.introspect(client, token)).body).toEqual({ active: false });
  }
}

export async function expectAlive(provider: Provider, client: Client, ...tokens: string[]): Promise<void> {
  for (const token of tokens) {
    expect((await provider.introspect(client, token)).body).toMatchObject({ active: true });
  }
}
