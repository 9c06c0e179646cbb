import { isIP } from "node:net";

export type ProxyRule = {
  /** How many proxies may stand in front. */
  hops: number;
  isProxy: (address: string) => boolean;
};

/**
 * Who is calling: from the connection's own address on, each listed proxy is believed about whom it
 * saw, at most as many as may stand in front. What is further left in X-Forwarded-For was written
 * by the caller. Nonsense there ends the walk.
 */
export function findClientAddress(
  connection: string | undefined,
  forwardedFor: string | string[] | undefined,
  { hops, isProxy }: ProxyRule,
): string {
  let client = plain(connection ?? "unknown");
  if (hops === 0 || forwardedFor === undefined || !isProxy(client)) return client;
  const seen = String(forwardedFor).split(",").map(plain);
  for (let hop = 0; hop < hops && isProxy(client); hop++) {
    const claimed = seen.pop() ?? "";
    if (isIP(claimed) === 0) break;
    client = claimed;
  }
  return client;
}

/** True when the connection is that of a listed proxy, whose other forwarded headers count. */
export function comesFromProxy(connection: string | undefined, { hops, isProxy }: ProxyRule): boolean {
  return hops > 0 && connection !== undefined && isProxy(plain(connection));
}

function plain(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.)/, "");
}
