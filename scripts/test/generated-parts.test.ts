import { describe, expect, it } from "vitest";
import { generatedIn, withGenerated } from "../markdown/generated.ts";

describe("a generated part of a document", () => {
  const text = "a\n<!-- generated: t -->\nold\n<!-- end: t -->\nb";

  it("stands between its markers, and nowhere else", () => {
    const changed = withGenerated(text, "t", "new");
    expect(changed).toBe("a\n<!-- generated: t -->\n\nnew\n\n<!-- end: t -->\nb");
    expect(withGenerated(changed, "t", "new")).toBe(changed);
    expect(generatedIn(changed, "t")).toBe("new");
  });

  it("has to have both", () => {
    const open = "<!-- generated: t -->\n";
    expect(() => withGenerated(text, "other", "new")).toThrow("markers");
    expect(() => generatedIn(open, "t")).toThrow("<!-- end: t -->");
  });
});
