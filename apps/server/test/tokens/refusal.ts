import { expect } from "vitest";
import type { Answer, Client, Provider } from "./provider.ts";
import { type Changes, observe } from "./state.ts";

interface Refused {
  readonly error: string;
  readonly by: Client;
  /** The action of the one event. */
  readonly event?: string;
  /** What else becomes of the state; nothing else by default. */
  readonly changes?: Changes;
}

/** The request is refused in the OAuth family, and leaves one event behind, and nothing more than is said here. */
export async function expectRefusal(
  { db }: Provider,
  request: () => Promise<Answer>,
  { error, by, event = "token.refuse", changes: more }: Refused,
): Promise<void> {
  const { answer, changes } = await observe(db, request);
  const { status, body, headers } = answer;
  expect([status, body]).toEqual([400, { error, error_description: expect.any(String) }]);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(changes).toEqual({ events: [`${event} failure ${by.id}`], ...more });
}

/** The request is refused before any rule of the grant was asked, and nothing whatever becomes of it. */
export async function expectRejection(
  { db }: Provider,
  request: () => Promise<Answer>,
  refused: { status: number; error: string },
): Promise<void> {
  const { answer, changes } = await observe(db, request);
  const { status, body } = answer;
  expect({ status, body }).toMatchObject({ status: refused.status, body: { error: refused.error } });
  expect(changes).toEqual({});
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
