import { describe, expect, test } from "vitest";
import { curlLine } from "../../src/engine/http/curl.ts";
import { createMasker } from "../../src/engine/http/masker.ts";
import { secretsIn, shownHeader } from "../../src/engine/http/secret-headers.ts";
import { createProgress, run, summaryOf } from "../../src/engine/index.ts";
import { adapter, library, spec } from "../support/library.ts";
import { context } from "../support/reports.ts";
import { withBody } from "../support/seeded.ts";

const baseUrl = "http://library.test";

describe("the summary", () => {
  test("of a good server is a table of operations and statuses, the reasons for its gaps, and a verdict", async () => {
    const text = summaryOf(await run({ spec, adapter, fetch: library, baseUrl, seed: 3 }));
    expect(text).toMatch(
      /^Library 1\.0\.0 at http:\/\/library\.test, seed 3: \d+ cases, \d+ requests in \d+\.\d s\n/,
    );
    expect(text).toContain("operation        200 201 204 400 401 403 404 413 415 500");
    expect(text).toContain("addBook                ✓       ✓   ✓   ✓       ✓   ✓   –");
    expect(text).toContain(
      "Cannot be reached from outside:\n  - 500: a server that works has no such answer",
    );
    expect(text).toMatch(
      /7 operations, 23 documented statuses: 22 reached, 1 out of reach, 0 missing\.\nNo findings\.\n$/,
    );
  });

  test("names each finding once, with how often it was seen, its place in the document and a line to see it again", async () => {
    const fetch = withBody("POST /search", 400, (problem) => Object.assign(problem, { stack: "line 1" }));
    const text = summaryOf(await run({ spec, adapter, fetch, baseUrl, seed: 1 }));
    expect(text).toMatch(
      /Findings: 1 \(\d+ times\)\n {2}1\. search 400 \[undocumented-member\] \/stack is not documented ×\d+\n/,
    );
    expect(text).toContain("     case: search: with half a JSON object as application/json\n");
    expect(text).toContain(
      "     spec: #/components/responses/Problem/content/application~1problem+json/schema\n",
    );
    expect(text).toContain(
      `     curl -sS -i -X POST 'http://library.test/search' -H 'content-type: application/json' -H 'x-card: ***' --data-raw '{"conformance":'\n`,
    );
    expect(text).toMatch(/search +✓ +✗/);
  });
});

describe("the summary of a run with troubles", () => {
  test("counts what else the document says, tells rules by their clause, and shows hostile texts harmlessly", async () => {
    const { report, tool } = await context();
    const text = summaryOf(report, tool);
    expect(text).toContain("  keyword                    1 of 2     1 missing\n");
    expect(text).toContain("  response property          0 of 1     1 out of reach\n");
    expect(text).toContain(
      "Rules of the standards: 0 kept, 1 broken, 0 not tested\n  ✗ RFC 9110 9.3.2: HEAD is GET",
    );
    expect(text).toContain(
      "removeBook [not-reached] no answer had the documented status 204, 400, 401, 403, 404",
    );
    expect(text).toMatch(/removeBook \[no-answer\] DELETE http:\S+ fetch failed \(ECONNRESET\) ×\d\d\n/);
    expect(text).toMatch(/^ {5}the first again: again removeBook: /m);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(text).not.toContain("s3cr3t");
  });
});

describe("secrets", () => {
  const isSecret = (name: string) => name.endsWith("_token");
  const masker = createMasker(isSecret);
  masker.learn({
    list: [{ access_token: "abcdefgh12345678" }],
    note: "https://x.test/?refresh_token=qrstuvwx/9",
  });

  test("are masked wherever their values come again, in a body, a URL or a sentence", () => {
    const request = {
      method: "POST",
      url: `${baseUrl}/search?again=qrstuvwx%2F9`,
      headers: new Headers({
        authorization: "Bearer whatever",
        cookie: "sid=1; again=2",
        "x-note": "abcdefgh12345678",
      }),
      body: '{"text":"it\'s abcdefgh12345678"}',
    };
    expect(curlLine(request, masker.mask)).toBe(
      `curl -sS -i -X POST 'http://library.test/search?again=***' -H 'authorization: Bearer ***' -H 'cookie: sid=***; again=***' ` +
        `-H 'x-note: ***' --data-raw '{"text":"it'\\''s ***"}'`,
    );
  });

  test("are learnt from bodies, URLs and headers as they stand on the wire, and masked in every spelling", () => {
    const learner = createMasker(isSecret);
    learner.learnText('{"deep":[{"a_token":"say \\"friend\\" and enter"}]}');
    learner.learnText("grant=x&b_token=form%2Fvalue+with+spaces");
    learner.learn("/callback#c_token=in-the-fragment&state=not-secret");
    learner.learn("https://x.test/?return_to=%2Fa%3Fd_token%3Done-level-down");
    learner.hide(secretsIn("Authorization", `Basic ${btoa("id:pass%2Fword+again")}`));
    learner.hide(secretsIn("set-cookie", "sid=cookie-value; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT"));
    const said = [
      JSON.stringify({ body: JSON.stringify('say "friend" and enter') }),
      "form%2Fvalue+with+spaces form%2Fvalue%20with%20spaces form/value with spaces",
      "in-the-fragment not-secret one-level-down",
      `${btoa("id:pass%2Fword+again")} pass%2Fword+again pass/word again`,
      "cookie-value Wed, 21 Oct 2026 07:28:00 GMT",
    ];
    expect(said.map(learner.mask)).toEqual([
      String.raw`{"body":"\"***\""}`,
      "*** *** ***",
      "*** not-secret ***",
      "*** *** ***",
      "*** Wed, 21 Oct 2026 07:28:00 GMT",
    ]);
    expect(shownHeader("Set-Cookie", "sid=short; Path=/", learner.mask)).toBe("sid=***; Path=/");
  });

  test("are never the dull values that the suite itself sends as faults", () => {
    const dull = createMasker(isSecret);
    dull.learn({
      a_token: "short",
      b_token: "conformance-unknown",
      c_token: "a".repeat(300),
      d_token: "𝄞".repeat(300),
    });
    const text = `short conformance-unknown ${"a".repeat(300)} ${"𝄞".repeat(300)}`;
    expect(dull.mask(text)).toBe(text);
  });

  test("a body of several lines stays one line of shell", () => {
    const request = { method: "PUT", url: baseUrl, headers: new Headers(), body: "a'b\r\nc" };
    expect(curlLine(request, masker.mask)).toBe(
      `curl -sS -i -X PUT 'http://library.test' --data-raw $'a\\'b\\r\\nc'`,
    );
  });
});

describe("progress", () => {
  const at = (done: number, findings = 0) => ({ done, total: 20, title: `case ${done}`, findings });
  const shown = (isTTY: boolean) => {
    const written: string[] = [];
    const out = { isTTY, columns: 20, write: (text: string) => written.push(text) };
    return { written, progress: createProgress(out) };
  };

  test("is one line on a terminal, cut to its width and wiped at the end", () => {
    const { written, progress } = shown(true);
    progress.show(at(0));
    progress.show(at(9, 2));
    progress.end();
    expect(written).toEqual(["\r\x1b[K 1/20 case 0", "\r\x1b[K10/20 (2 findings) ", "\r\x1b[K"]);
  });

  test("is a line for each tenth in a log", () => {
    const { written, progress } = shown(false);
    for (let done = 0; done < 20; done++) progress.show(at(done));
    progress.end();
    expect(written).toHaveLength(10);
    expect(written.at(5)).toBe("50 % of 20 cases \n");
  });
});
