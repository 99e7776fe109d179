import { BlockList, isIP } from "node:net";

/** Tells where a request comes from, believing X-Forwarded-For only as far as trusted proxies wrote it. */
export function createAddresses(trustedProxies: readonly string[]) {
  const trusted = blockListOf(trustedProxies);
  const isTrusted = (address: string) => trusted.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  return (peer: string | undefined, forwardedFor: string | null): string => {
    let address = normalize(peer ?? "");
    const hops = forwardedFor?.split(",") ?? [];
    // From the right, because whatever stands left of the first untrusted hop could be written by anyone.
    while (isTrusted(address)) {
      const hop = normalize(hops.pop()?.trim() ?? "");
      if (hop === UNKNOWN) break;
      address = hop;
    }
    return address;
  };
}

const UNKNOWN = "0.0.0.0";

/** An IPv6 network of /64 is one customer, who may use any address in it. */
export function addressKey(address: string): string {
  if (isIP(address) !== 6) return address;
  const [before = [], after = []] = address.split("::").map((part) => (part === "" ? [] : part.split(":")));
  const zeros = Array<string>(8 - before.length - after.length).fill("0");
  return `${[...before, ...zeros, ...after].slice(0, 4).join(":")}::/64`;
}

/** One spelling for each address: an IPv4 peer of an IPv6 socket is an IPv4 address. */
function normalize(text: string): string {
  const family = isIP(text);
  if (family === 0) return UNKNOWN;
  if (family === 4) return text;
  const mapped = /^::ffff:([0-9.]+)$/i.exec(text)?.[1];
  return mapped ?? new URL(`http://[${text.split("%")[0]}]`).hostname.slice(1, -1);
}

function blockListOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = "", prefix] = range.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    list.addSubnet(address, Number(prefix ?? (family === "ipv6" ? 128 : 32)), family);
  }
  return list;
}
