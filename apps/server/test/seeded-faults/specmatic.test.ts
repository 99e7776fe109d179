import { expect, it } from "vitest";
import { failuresIn } from "../../faults/peers/specmatic.ts";

it("a test of Specmatic is told from another with its name, whatever the order of attributes", () => {
  const token = 'name="x &gt; Scenario: POST /oauth2/token -&gt; 200 with an example"';
  const junit = `<testsuite failures="2">
    <testcase classname="a.B" ${token} time="0.1"><system-out>fine</system-out></testcase>
    <testcase ${token} classname="a.B"><failure message="status">400</failure></testcase>
    <testcase classname="a.B" name="Scenario: GET /oauth2/applications/(id:SnowflakeType) -&gt; 200"/>
    <testcase classname="a.B" name="Scenario: GET /elsewhere -&gt; 200"><failure message=""/></testcase>
  </testsuite>`;
  const failures = failuresIn(junit);
  expect([...failures.keys()]).toEqual(["exchangeOauth2Token"]);
  expect([...(failures.get("exchangeOauth2Token") ?? [])]).toEqual([expect.stringMatching(/example 2$/)]);
});
