import { describe, expect, test } from "vitest";
import { run } from "../../docs/check.ts";
import { Copy, capture } from "./fixture.ts";

test("A spec that holds every fact, or lists it, differs in nothing", () => {
  const copy = new Copy();
  expect(copy.differing()).toEqual([]);
  const [summary] = copy.check().printed;
  expect(summary).toMatch(/^82 facts held \(8 schema, .*\); 2 diverging as listed; 0 differences$/);
});

describe("The list of divergences", () => {
  test.each([
    [
      "is no longer one",
      "spec/schemas/widgets.yaml",
      "'#/IdInput'",
      "'#/IdType'",
      "both sides say IdType now",
    ],
    ["has no fact", "divergences.yaml", "count", "counts", "there is no such fact"],
  ])("is held to the facts: an entry that %s is a difference", (_, file, from, to, why) => {
    const copy = new Copy();
    const entry = { fact: "schemas/Widget/fields/count/type", documentation: "a", spec: "b", reason: "c" };
    if (file === "divergences.yaml") copy.write(file, `${copy.text(file)}\n  - ${JSON.stringify(entry)}\n`);
    const [difference, ...others] = copy.replace(file, from, to).differences();
    expect(others).toEqual([]);
    expect(difference?.says).toContain(`: listed as a divergence, but ${why}`);
    expect(difference?.at).toMatch(/^- .*fact/);
  });

  test("settles only the very divergence that it names", () => {
    const [says, ...others] = new Copy()
      .replace("reference.md", "?[IdType](#idtype)", "?[Id](#id)")
      .differing();
    expect(others).toEqual([]);
    expect(says).toMatch(/owner\/type: Id \/ IdInput; .*divergences\.yaml:6 lists IdType against IdInput$/);
  });

  const exactly = "a divergence has exactly fact, documentation, spec, reason";

  test.each([
    ["an entry without a reason", "    reason: Requests take integers too.\n", "", exactly],
    ["an entry with a member of its own", "    reason: Req", "    since: 1\n    reason: Req", exactly],
    ["a fact listed twice", /schemas.*/, "operations/GET /users/@me/widgets/slug", "is listed at"],
    ["no list at all", "divergences:", "differences:", "needs a list named divergences"],
  ])("with %s is unreadable", (_, from, to, message) => {
    const copy = new Copy().replace("divergences.yaml", from, to);
    copy.facts();
    const { status, complaints } = copy.check();
    expect([status, complaints[0]]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe("docs:check", () => {
  test.each([
    [
      "a reference that leads nowhere",
      "#/WidgetKind",
      "#/WidgetSort",
      "widgets.yaml:11: #/WidgetSort leads nowhere",
    ],
    ["what is not YAML", "IdType: {", "IdType: {{", "widgets.yaml:28: "],
  ])("answers 2 and names the line of %s", (_, from, to, message) => {
    const copy = new Copy().replace("spec/schemas/widgets.yaml", from, to);
    copy.facts();
    const { status, complaints } = copy.check();
    expect([status, complaints[0]]).toEqual([2, expect.stringContaining(message)]);
  });

  test("answers 2 to wrong usage and to a file that is not there, and 0 to --help", () => {
    expect(new Copy().check()).toMatchObject({
      status: 2,
      complaints: [expect.stringContaining("facts.json")],
    });
    expect(capture((output) => run(["page.md"], output)).status).toBe(2);
    expect(capture((output) => run(["--help"], output))).toMatchObject({ status: 0, complaints: [] });
  });

  test("answers 2 to facts that docs:facts did not write", () => {
    const { status, complaints } = new Copy().write("facts.json", "[]").check();
    expect([status, complaints[0]]).toEqual([2, expect.stringContaining("facts.json:1")]);
  });

  test("says so when the facts lack the guide", () => {
    const copy = new Copy();
    copy.facts(["reference.md"]);
    const { status, printed } = copy.check();
    expect([status, printed[0]]).toEqual([0, "not compared, since the facts hold none: guide"]);
  });
});
