import { answerOf } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "OpenID Connect Core 3.1.2.1",
  "With prompt=consent the user is asked, whatever they agreed to before",
  async (kit) => {
    const browser = await kit.browser();
    await kit.code({ scope: "identify" });
    const silent = answerOf(await browser.authorize(await kit.query()));
    if (!silent?.has("code")) kit.wrong("a user who has agreed before gets no code");
    const { response } = await browser.authorize(await kit.query({ prompt: "consent" }));
    if (response.status !== 200) kit.wrong("the user is not asked");
  },
);
