import { isIP } from "node:net";

/**
 * Who is calling: the address that the outermost trusted proxy saw, counted from the right of X-Forwarded-For, since all that is
 * further left was written by the caller. Without proxies, or with nonsense in the header, the connection's own address.
 */
export function findClientAddress(
  connection: string | undefined,
  forwardedFor: string | string[] | undefined,
  trustedHops: number,
): string {
  const own = (connection ?? "unknown").replace(/^::ffff:/, "");
  if (trustedHops === 0) return own;
  const seen = String(forwardedFor ?? "")
    .split(",")
    .map((part) => part.trim());
  const claimed = seen.at(-trustedHops)?.replace(/^::ffff:/, "") ?? "";
  return isIP(claimed) === 0 ? own : claimed;
}
