import { BlockList, isIP } from "node:net";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8);
loopback.addAddress("::1", "ipv6");

/** True for an address of this machine that no other can reach. */
export function isLoopback(address: string): boolean {
  return isIP(address) !== 0 && loopback.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

const privateNetworks = new BlockList();
privateNetworks.addSubnet("10.0.0.0", 8);
privateNetworks.addSubnet("172.16.0.0", 12);
privateNetworks.addSubnet("192.168.0.0", 16);
privateNetworks.addSubnet("169.254.0.0", 16);
privateNetworks.addSubnet("fc00::", 7, "ipv6");
privateNetworks.addSubnet("fe80::", 10, "ipv6");

export type HostRule = {
  /** Host names, without port, under which the site answers. */
  names: readonly string[];
  /** Also by the addresses of a home or office network: for trying it out before it has a name. */
  allowsPrivateNetworks: boolean;
};

/** True when a Host header names this site. Anything else is a rebound DNS name or a probe, and must never reach a redirect. */
export function isHostAllowed(host: string | undefined, rule: HostRule): boolean {
  if (!host || !/^[\w.[\]:-]{1,255}$/.test(host) || !URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  if (hostname === "localhost" || rule.names.includes(hostname)) return true;
  const address = hostname.replace(/^\[|\]$/g, "");
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  if (isIP(address) === 0) return rule.allowsPrivateNetworks && hostname.endsWith(".local");
  return loopback.check(address, family) || (rule.allowsPrivateNetworks && privateNetworks.check(address, family));
}
