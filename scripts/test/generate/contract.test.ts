import { resolve } from "node:path";
import { expect, test } from "vitest";
import { compare, report } from "../../generate/agreement/compare.ts";
import { load } from "./build.ts";

test("zod and ajv agree on our own specification, where every schema accepts something", async () => {
  const code = await load(resolve(import.meta.dirname, "../../../packages/contract/src/generated"));
  const agreement = compare(code.document, code, 20_000);
  expect(agreement.disagreements, report(agreement)).toEqual([]);
  expect(agreement.neverAccepted).toEqual([]);
  expect(agreement.values).toBeGreaterThanOrEqual(20_000);
}, 120_000);
