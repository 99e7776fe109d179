import { expect, test } from "vitest";
import { createMasker } from "../../src/engine/http/masker.ts";
import { createRecorder } from "../../src/engine/run/recorder.ts";

const request = (path: string) => {
  return { method: "GET", url: `http://library.test${path}`, headers: new Headers(), body: undefined };
};
const occasion = { case: "several at once", operationId: undefined };

test("of several requests under way the answers are told in the order of sending, and one without an answer holds none up", async () => {
  const waiting = new Map<string, PromiseWithResolvers<Response>>();
  const fetch = ({ url }: Request) => {
    const answer = Promise.withResolvers<Response>();
    waiting.set(new URL(url).pathname, answer);
    return answer.promise;
  };
  const recorder = createRecorder(
    fetch,
    createMasker(() => false),
  );
  const told: string[] = [];
  const sent = ["/a", "/b", "/c"].map((path) =>
    recorder.send(occasion, request(path)).then(
      () => told.push(path),
      () => told.push(`not ${path}`),
    ),
  );
  waiting.get("/c")?.resolve(new Response("c"));
  waiting.get("/b")?.reject(new Error("gone"));
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(told).toEqual([]);
  waiting.get("/a")?.resolve(new Response("a"));
  await Promise.all(sent);
  expect(told).toEqual(["/a", "not /b", "/c"]);
  expect(recorder.exchanges.map(({ response }) => response.body)).toEqual(["a", "c"]);
});
