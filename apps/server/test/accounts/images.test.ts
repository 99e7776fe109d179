import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "../support/databases.ts";
import { type Account, type Host, startHost } from "../support/host.ts";
import { ANIMATED, IMAGES } from "../support/images.ts";

describe("images", () => {
  const open = testDatabases("sqlite");
  let host: Host;
  let ada: Account;
  beforeAll(async () => {
    host = await startHost(open);
    ada = await host.register("ada");
  });
  const setAvatar = (avatar: unknown) =>
    host.call("updateCurrentUser", { token: ada.token, body: { avatar } });

  const names = Object.keys(IMAGES) as (keyof typeof IMAGES)[];
  it.each(names)("are kept as a hash of their content, which says whether they move: %s", async (name) => {
    const hash = createHash("sha256").update(IMAGES[name]).digest("hex").slice(0, 32);
    const answer = await setAvatar(IMAGES[name].toString("base64"));
    expect(answer.status).toBe(200);
    expect(answer.body.avatar).toBe(ANIMATED.has(name) ? `a_${hash}` : hash);
  });

  it("are known by their bytes, whatever a data URI says", async () => {
    const bare = await setAvatar(IMAGES.animatedGif.toString("base64"));
    const named = await setAvatar(`data:image/png;base64,${IMAGES.animatedGif.toString("base64")}`);
    expect(named.body.avatar).toBe(bare.body.avatar);
  });

  it.each([
    ["text", Buffer.from("not an image")],
    ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ["a sound in the same container as WebP", Buffer.from("RIFF\0\0\0\0WAVEfmt ")],
    ["half a signature", IMAGES.png.subarray(0, 4)],
    ["more than 10 MiB", Buffer.concat([IMAGES.png, Buffer.alloc(10 * 1024 * 1024)])],
  ])("are refused at their member: %s", async (_, image) => {
    const before = await host.call("getCurrentUser", { token: ada.token });
    const answer = await setAvatar(image.toString("base64"));
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: "avatar" }] } });
    const after = await host.call("getCurrentUser", { token: ada.token });
    expect(after.body).toEqual(before.body);
  });

  it("may be cut off anywhere", async () => {
    for (const image of Object.values(IMAGES)) {
      for (let length = 12; length < image.length; length++) {
        expect((await setAvatar(image.subarray(0, length).toString("base64"))).status).toBe(200);
      }
    }
  });

  it("go when null is sent, and stay when nothing is", async () => {
    const { body } = await setAvatar(IMAGES.png.toString("base64"));
    expect((await host.call("updateCurrentUser", { token: ada.token, body: {} })).body.avatar).toBe(
      body.avatar,
    );
    expect((await setAvatar(null)).body.avatar).toBeNull();
  });
});
