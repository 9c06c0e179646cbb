import { BlockList } from "node:net";
import addresses from "ipaddr.js";

const mostKnown = 1_000;

/** The networks that a list of addresses and networks names; throws for a word that is neither. */
export function readProxyList(list: string): { address: string; bits: number; family: "ipv4" | "ipv6" }[] {
  return list
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean)
    .map((word) => {
      const [address, bits] = word.includes("/") ? addresses.parseCIDR(word) : [addresses.parse(word), null];
      const family = address.kind();
      return { address: address.toString(), bits: bits ?? (family === "ipv4" ? 32 : 128), family };
    });
}

/** Says of an address, as a socket or a header has it, whether it is that of a listed proxy. */
export function trustedProxies(list: string): (address: string) => boolean {
  const listed = new BlockList();
  for (const { address, bits, family } of readProxyList(list)) listed.addSubnet(address, bits, family);
  // The same few proxies open every connection.
  const known = new Map<string, boolean>();
  return (address) => {
    const remembered = known.get(address);
    if (remembered !== undefined) return remembered;
    const isListed = listed.check(address, address.includes(":") ? "ipv6" : "ipv4");
    if (known.size >= mostKnown) known.clear();
    known.set(address, isListed);
    return isListed;
  };
}
