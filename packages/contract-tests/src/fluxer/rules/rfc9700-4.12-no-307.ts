import { rule } from "./rule.ts";

export default rule(
  "RFC 9700 4.12",
  "After a form the browser is sent on with 303, which does not send the form again",
  async (kit) => {
    const browser = await kit.browser();
    const query = await kit.query({ prompt: "consent" });
    for (const decision of ["deny", "allow"] as const) {
      const { response } = await browser.decide(query, decision);
      if (response.status !== 303 && response.status !== 302)
        kit.wrong(`the form was answered ${response.status}`);
    }
  },
);
