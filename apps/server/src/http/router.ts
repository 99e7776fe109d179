import type { Result, Router } from "hono/router";
import { TrieRouter } from "hono/router/trie-router";

/**
 * OpenAPI 3.1, 4.8.8: a path without parameters goes before one with them that fits as well, as `@me` before `{id}`, and
 * then only its own methods count. Such a path is also found by one look-up.
 */
export class ConcreteFirstRouter<T> implements Router<T> {
  readonly name = "ConcreteFirstRouter";
  readonly #concrete = new Map<string, Map<string, Result<T>>>();
  readonly #templates = new TrieRouter<T>();

  add(method: string, path: string, handler: T): void {
    if (/[:*]/.test(path)) {
      this.#templates.add(method, path, handler);
      return;
    }
    const methods = this.#concrete.get(path) ?? new Map<string, Result<T>>();
    this.#concrete.set(path, methods.set(method, [[[handler, {}]]]));
  }

  match(method: string, path: string): Result<T> {
    const methods = this.#concrete.get(path);
    if (methods === undefined) return this.#templates.match(method, path);
    return methods.get(method) ?? NOTHING;
  }
}

const NOTHING: Result<never> = [[]];
