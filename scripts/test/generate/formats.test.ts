import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, test } from "vitest";
import { formats, isFormatName } from "../../../packages/contract/src/formats.ts";

// ajv-formats is written by others from the same RFCs. Left out are the texts on which it is known to part from them:
// a scheme alone, a colon in the first segment of a relative reference, a dot at the end of a host, minutes above 59.
describe("ajv-formats agrees on random texts", () => {
  const ajv = new Ajv2020();
  addFormats.default(ajv);
  const digits = fc.stringMatching(/^[0-9]{1,3}$/);
  const time = "[0-2][0-9]:[0-5][0-9]:[0-6][0-9]";
  const texts: Record<string, fc.Arbitrary<string>> = {
    date: fc.stringMatching(/^(19|20)[0-9]{2}-[0-3][0-9]-[0-3][0-9]$/),
    "date-time": fc.stringMatching(
      new RegExp(`^20[0-2][0-9]-[01][0-9]-[0-3][0-9]T${time}(\\.[0-9]{1,3})?(Z|[+-][0-2][0-9]:[0-5][0-9])$`),
    ),
    ipv4: fc.tuple(digits, digits, digits, digits).map((parts) => parts.join(".")),
    ipv6: fc.stringMatching(/^([0-9a-f]{0,4}:){2,8}[0-9a-f]{0,4}$/),
    uuid: fc.stringMatching(/^[0-9a-g]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{11,12}$/),
    uri: fc
      .stringMatching(/^[a-z]{1,4}:[/?#@:%a-f0-9[\]-]{0,12}$/)
      .filter((text) => !/^[a-z]+:([?#]|$)/.test(text)),
    "uri-reference": fc
      .stringMatching(/^[/?#@:%a-f0-9[\]-]{0,12}$/)
      .filter((text) => !/^[^/?#]*:/.test(text)),
    hostname: fc.stringMatching(/^[a-z0-9.-]{1,20}$/).filter((text) => !text.endsWith(".")),
    byte: fc.stringMatching(/^[A-Za-z0-9+/]{0,9}={0,3}$/),
  };
  test.each(Object.entries(texts))("%s", (name, arbitrary) => {
    const known = ajv.compile({ type: "string", format: name });
    const format: { validate: (value: never) => boolean } | undefined = isFormatName(name)
      ? formats[name]
      : undefined;
    const agrees = (text: string) => format?.validate(text as never) === known(text);
    fc.assert(fc.property(arbitrary, agrees), { numRuns: 3000, seed: 7 });
  });
});
