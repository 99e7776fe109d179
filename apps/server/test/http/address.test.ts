import { describe, expect, it } from "vitest";
import { addressKey, createAddresses } from "../../src/http/address.ts";

describe("the caller's address", () => {
  const addressOf = createAddresses(["10.0.0.0/8", "fd00::/8", "203.0.113.1"]);

  it.each([
    ["the peer, when it is no proxy", "192.0.2.1", "198.51.100.7", "192.0.2.1"],
    ["the peer, when nothing was forwarded", "10.0.0.1", null, "10.0.0.1"],
    ["what the proxy wrote", "10.0.0.1", "198.51.100.7", "198.51.100.7"],
    [
      "what the last proxy wrote, not what the sender forged",
      "10.0.0.1",
      "6.6.6.6, 198.51.100.7",
      "198.51.100.7",
    ],
    ["behind two proxies", "10.0.0.1", "6.6.6.6, 198.51.100.7, 203.0.113.1", "198.51.100.7"],
    ["behind a proxy that listens on IPv6", "::ffff:10.0.0.1", "198.51.100.7", "198.51.100.7"],
    ["behind an IPv6 proxy", "fd12::1", "2001:DB8::0:1", "2001:db8::1"],
    ["the proxy's own, when all that was forwarded are proxies", "10.0.0.1", "10.0.0.2", "10.0.0.2"],
    ["the proxy's own, when it forwards nonsense", "10.0.0.1", "unknown", "10.0.0.1"],
    ["the proxy's own, when it forwards nothing", "10.0.0.1", "", "10.0.0.1"],
    ["without its zone", "fe80::1%eth0", null, "fe80::1"],
    ["of one spelling", "2001:DB8:0:0::1", null, "2001:db8::1"],
    ["unspecified when there is no connection", undefined, null, "0.0.0.0"],
  ])("[A38] is %s", (_, peer, forwardedFor, expected) => {
    expect(addressOf(peer, forwardedFor)).toBe(expected);
  });

  it("[A38] is the peer's for any header, when no proxy is trusted", () => {
    expect(createAddresses([])("10.0.0.1", "198.51.100.7")).toBe("10.0.0.1");
  });
});

describe("the key of an address", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:db8::5:6:7:8", "2001:db8:0:0::/64"],
    ["2001::4:5:6:7:8", "2001:0:0:4::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::", "0:0:0:0::/64"],
  ])("[A38] of %s is %s", (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
