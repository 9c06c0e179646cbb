import { isValid, parse } from "ipaddr.js";

/** The client's address as the HTTP guard established it (`x-turnout-client`); the guard strips the header from outside. */
export function clientAddressOf(headers: Pick<Headers, "get">): string {
  return headers.get("x-turnout-client") ?? "unknown";
}

/**
 * What limits count by: the address, or for IPv6 its /64, the smallest network that a household or a server gets (RFC 6177): whoever
 * has one can call from any of its 2^64 addresses.
 */
export function clientNetworkOf(headers: Pick<Headers, "get">): string {
  const address = clientAddressOf(headers);
  if (!address.includes(":") || !isValid(address)) return address;
  const parsed = parse(address);
  if (!("parts" in parsed)) return address;
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}
