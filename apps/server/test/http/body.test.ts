import { describe, expect, it } from "vitest";
import { basic, createTestHttp, form, GUILD, json, seen } from "./harness.ts";

const client = basic("20", "secret");
const user = { authorization: "session" };

const introspect = seen("introspectOauth2Token", async ({ reply }) => reply(200, { active: false }));
const createGuild = seen("createGuild", async ({ reply, body }) => reply(200, { ...GUILD, name: body.name }));
const deleteApplication = seen("deleteApplication", async ({ reply }) => reply(204));
const updateBotProfile = seen("updateBotProfile", async ({ reply }) => reply(200, PROFILE));
const handlers = {
  ...introspect.handlers,
  ...createGuild.handlers,
  ...deleteApplication.handlers,
  ...updateBotProfile.handlers,
};
const { request } = createTestHttp({ handlers });

const PROFILE = { id: "1", username: "a", discriminator: "0001", avatar: null, banner: null, bio: null };

async function answer(path: string, init: RequestInit) {
  const response = await request(path, init);
  const body: unknown = response.headers.get("content-type") ? await response.json() : undefined;
  return { status: response.status, body };
}

const sendForm = (body: NonNullable<RequestInit["body"]>, contentType?: string) =>
  answer("/oauth2/introspect", {
    method: "POST",
    body,
    headers: { ...client, ...(contentType !== undefined && { "content-type": contentType }) },
  });
const sendJson = (
  body: NonNullable<RequestInit["body"]>,
  contentType = "application/json",
  more: Record<string, string> = {},
) => answer("/guilds", { method: "POST", body, headers: { ...user, "content-type": contentType, ...more } });

const INVALID_REQUEST = expect.objectContaining({ error: "invalid_request" });

describe("media types", () => {
  it.each([
    "application/json",
    "application/json; charset=utf-8",
    'Application/JSON;charset="UTF-8"',
    "application/json;x=1",
  ])("%s is JSON", async (type) => {
    expect(await sendJson('{"name":"a"}', type)).toMatchObject({ status: 200 });
  });

  it.each([
    "application/json1",
    "application/problem+json",
    "application/json, text/plain",
    "application/json; charset=latin1",
    "application/json; charset=",
    "text/plain",
    "text/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "",
  ])("[A39] %j is not JSON, hence 415", async (type) => {
    const { status, body } = await sendJson('{"name":"a"}', type);
    expect(status).toBe(415);
    expect(body).toMatchObject({ code: "UNSUPPORTED_MEDIA_TYPE" });
  });

  it.each(["application/x-www-form-urlencoded", "application/x-www-form-urlencoded;charset=UTF-8"])(
    "%s is a form",
    async (type) => {
      expect(await sendForm("token=x", type)).toMatchObject({ status: 200 });
    },
  );

  it("multipart/form-data is a form", async () => {
    const body = new FormData();
    body.set("token", "grün");
    expect(await sendForm(body)).toMatchObject({ status: 200 });
    expect(introspect.calls.at(-1)?.body).toEqual({ token: "grün" });
  });

  it.each([
    "application/json",
    "text/plain",
    "application/x-www-form-urlencoded; charset=utf-16",
    "multipart/mixed",
  ])("[A39] %s is no form, hence 415 in the OAuth family", async (type) => {
    expect(await sendForm("token=x", type)).toEqual({ status: 415, body: INVALID_REQUEST });
  });

  it("[A39] a body without a content type is 415", async () => {
    const body = new Blob(["token=x"]);
    expect(await sendForm(body)).toEqual({ status: 415, body: INVALID_REQUEST });
  });

  it("[A39] a coded body is 415, so that nothing can be inflated", async () => {
    expect(await sendJson('{"name":"a"}', "application/json", { "content-encoding": "gzip" })).toMatchObject({
      status: 415,
    });
  });

  it("comes before authentication", async () => {
    const { status } = await answer("/guilds", {
      method: "POST",
      body: "{}",
      headers: { "content-type": "text/plain" },
    });
    expect(status).toBe(415);
  });
});

describe("sizes", () => {
  const jsonOf = (bytes: number) => JSON.stringify({ name: "a", pad: "x".repeat(bytes - 21) });

  it("[A39] a body of exactly the limit is taken, one byte more is 413", async () => {
    expect(jsonOf(65_536)).toHaveLength(65_536);
    expect(await sendJson(jsonOf(65_536))).toMatchObject({ status: 200 });
    expect(await sendJson(jsonOf(65_537))).toMatchObject({
      status: 413,
      body: { code: "PAYLOAD_TOO_LARGE" },
    });
  });

  it("[A39] a declared length over the limit is 413 before anything is read, or anyone is authenticated", async () => {
    const unread = new ReadableStream(
      { pull: () => Promise.reject(new Error("was read")) },
      { highWaterMark: 0 },
    );
    const headers = { "content-type": "application/json", "content-length": "65537" };
    const init = { method: "POST", body: unread, headers, duplex: "half" } as RequestInit;
    expect(await answer("/guilds", init)).toMatchObject({ status: 413 });
  });

  it("[A39] a body of unknown length is read no further than the limit", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 16_384;
        controller.enqueue(new Uint8Array(16_384).fill(0x20));
      },
    });
    const init = {
      method: "POST",
      body: endless,
      headers: { ...user, "content-type": "application/json" },
      duplex: "half",
    };
    expect(await answer("/guilds", init as RequestInit)).toMatchObject({ status: 413 });
    expect(sent).toBeLessThan(65_536 * 2);
  });

  it("[A39] a form that is too large is 413 in the OAuth family", async () => {
    expect(await answer("/oauth2/introspect", form({ token: "x".repeat(70_000) }, client))).toEqual({
      status: 413,
      body: INVALID_REQUEST,
    });
  });

  it("an operation that takes images takes more, as its specification says", async () => {
    const avatar = `data:image/png;base64,${"A".repeat(1_000_000)}`;
    const init = { ...json({ avatar }, user), method: "PATCH" };
    expect(await answer("/oauth2/applications/1/bot", init)).toMatchObject({ status: 200 });
  });
});

describe("time", () => {
  const stalled = () =>
    new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from("token=")) });

  it("[A39] a body that does not come to its end in time is 408, in the operation's own family", async () => {
    const init = { method: "POST", body: stalled(), duplex: "half" };
    const type = "application/x-www-form-urlencoded";
    expect(
      await answer("/oauth2/introspect", {
        ...init,
        headers: { ...client, "content-type": type },
      } as RequestInit),
    ).toEqual({ status: 408, body: INVALID_REQUEST });
    expect(
      await answer("/guilds", {
        ...init,
        body: stalled(),
        headers: { ...user, "content-type": "application/json" },
      } as RequestInit),
    ).toMatchObject({ status: 408, body: { code: "REQUEST_TIMEOUT" } });
  });

  it("[A39] a body that breaks off is 400", async () => {
    const broken = new ReadableStream({ pull: () => Promise.reject(new Error("reset")) });
    const headers = { ...user, "content-type": "application/json" };
    expect(
      await answer("/guilds", { method: "POST", body: broken, headers, duplex: "half" } as RequestInit),
    ).toMatchObject({
      status: 400,
    });
  });
});

describe("malformed JSON is 400, never 500", () => {
  it.each([
    ["cut off", '{"name":'],
    ["no JSON", "name=a"],
    ["two values", "{}{}"],
    ["a comment", '{"name":"a"/**/}'],
    ["a raw NUL", '{"name":"a\0"}'],
    ["an escaped NUL", '{"name":"a\\u0000"}'],
    ["an escaped NUL where nobody looks", '{"name":"a","x":[{"y":"\\u0000"}]}'],
    ["an escaped NUL in a name", '{"name":"a","\\u0000":1}'],
    ["half of a surrogate pair", '{"name":"\\ud800"}'],
    ["no object", '"name"'],
    ["null", "null"],
    ["an array", "[]"],
    ["65 levels", `{"name":"a","x":${"[".repeat(64)}${"]".repeat(64)}}`],
    ["10,000 levels", "[".repeat(10_000) + "]".repeat(10_000)],
    ["10,000 levels of objects", '{"a":'.repeat(10_000)],
    ["65 levels after an escaped quote", `{"name":"\\"","x":${"[".repeat(64)}${"]".repeat(64)}}`],
    ["65 levels after a backslash", `{"name":"\\\\","x":${"[".repeat(64)}${"]".repeat(64)}}`],
  ])("%s", async (_, text) => {
    const calls = createGuild.calls.length;
    expect(await sendJson(text)).toMatchObject({ status: 400, body: { code: "INVALID_FORM_BODY" } });
    expect(createGuild.calls).toHaveLength(calls);
  });

  it("[A39] invalid UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]);
    expect(await sendJson(bytes)).toMatchObject({ status: 400 });
  });

  it("but brackets, escapes and other planes in strings are text like any other", async () => {
    const name = '[[{"\\\u00e9\u{1f600}';
    const ignored = name.repeat(64);
    expect(await sendJson(JSON.stringify({ name, ignored }))).toMatchObject({ status: 200, body: { name } });
    expect(await sendJson('{"name":"\\u00e9\\ud83d\\ude00\\\\u0000"}')).toMatchObject({
      body: { name: "\u00e9\u{1f600}\\u0000" },
    });
  });

  it("an absent body is 400 where one is required, and fine where none is", async () => {
    expect(await answer("/guilds", { method: "POST", headers: user })).toMatchObject({
      status: 400,
      body: { errors: [{ path: "", code: "REQUIRED" }] },
    });
    expect(await answer("/oauth2/applications/1", { method: "DELETE", headers: user })).toMatchObject({
      status: 204,
    });
    expect(deleteApplication.calls.at(-1)?.body).toBeUndefined();
  });

  it("[A35] members named like those of Object are ignored", async () => {
    const text = '{"name":"a","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}';
    expect(await sendJson(text)).toMatchObject({ status: 200 });
    expect(createGuild.calls.at(-1)?.body).toEqual({ name: "a" });
    expect(Object.hasOwn(createGuild.calls.at(-1)?.body ?? {}, "__proto__")).toBe(false);
    expect("admin" in {}).toBe(false);
  });
});

describe("forms", () => {
  const urlencoded = "application/x-www-form-urlencoded";

  it.each([
    ["a repeated parameter", "token=a&token=b"],
    ["the same value twice", "token=a&token=a"],
    ["once without a value", "token=a&token="],
    ["an unknown one repeated", "token=a&x=1&x=2"],
    ["a NUL", "token=a%00b"],
    ["bytes that are not UTF-8", "token=%ff"],
    ["nothing", "x=1"],
    ["a parameter without a value", "token="],
    ["an array", "token[]=a"],
  ])("%s is 400 invalid_request", async (_, body) => {
    expect(await sendForm(body, urlencoded)).toEqual({ status: 400, body: INVALID_REQUEST });
  });

  it("[A39] raw bytes that are not UTF-8 are 400", async () => {
    expect(await sendForm(Buffer.from([...Buffer.from("token="), 0xff]), urlencoded)).toMatchObject({
      status: 400,
    });
  });

  it("unknown parameters are ignored", async () => {
    expect(await sendForm("token=a&a[]=1&__proto__=x&toString=y", urlencoded)).toMatchObject({ status: 200 });
    expect(introspect.calls.at(-1)?.body).toEqual({ token: "a" });
  });

  it("plus and percent are decoded", async () => {
    await sendForm("token=a+b%2Bc%20%26", urlencoded);
    expect(introspect.calls.at(-1)?.body).toEqual({ token: "a b+c &" });
  });

  it.each([
    ["a repeated part", `${"--x\r\nContent-Disposition: form-data; name=token\r\n\r\na\r\n".repeat(2)}--x--`],
    ["no parts", "token=a"],
    ["cut off", "--x\r\nContent-Disposition: form-data; name=token\r\n\r\na"],
    ["a file", '--x\r\nContent-Disposition: form-data; name=token; filename="t"\r\n\r\na\r\n--x--'],
  ])("multipart with %s is 400 invalid_request", async (_, body) => {
    expect(await sendForm(body, "multipart/form-data; boundary=x")).toEqual({
      status: 400,
      body: INVALID_REQUEST,
    });
  });

  it("multipart without a boundary is 400", async () => {
    expect(await sendForm("x", "multipart/form-data")).toMatchObject({ status: 400 });
  });

  it("a form without any body is answered like one without credentials", async () => {
    expect(await answer("/oauth2/introspect", { method: "POST" })).toMatchObject({ status: 401 });
  });
});
