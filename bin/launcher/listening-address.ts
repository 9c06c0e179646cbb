import { isIP } from "node:net";
import { networkInterfaces } from "node:os";

/**
 * Where the site listens: where it was told to, else the demo on this machine alone and a service
 * on every address it has.
 */
export function listeningAddressOf(given: string | undefined, isDemo: boolean): string {
  if (given) return given;
  if (isDemo) return "127.0.0.1";
  // A machine without IPv6 can't listen on `::`, which takes calls of both kinds.
  const addresses = Object.values(networkInterfaces()).flat();
  return addresses.some((address) => address?.family === "IPv6") ? "::" : "0.0.0.0";
}

/** The address by which this machine itself reaches what listens there. */
export function ownAddressOf(listening: string, port: number): string {
  const host = listening === "::" || listening === "0.0.0.0" ? "127.0.0.1" : listening;
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}
