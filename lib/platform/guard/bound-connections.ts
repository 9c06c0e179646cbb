import type { Duplex } from "node:stream";
import type { Config } from "@/lib/platform/config";

// An office of 500 whose browsers keep six connections each, with room for the phones of a door.
const mostOfAddress = 4_000;

/**
 * The bound of open connections for each address: returns false, and hangs up, when the one that a
 * new connection comes from has as many as it may. Not where proxies stand in front, whose
 * connections carry everybody; scaled, and switched off, by RATE_LIMIT_SCALE.
 */
export function boundConnections({
  TRUSTED_PROXY_HOPS,
  RATE_LIMIT_SCALE,
}: Pick<Config, "TRUSTED_PROXY_HOPS" | "RATE_LIMIT_SCALE">): (socket: Duplex) => boolean {
  if (TRUSTED_PROXY_HOPS > 0 || RATE_LIMIT_SCALE === 0) return () => true;
  const most = Math.max(1, Math.floor(mostOfAddress * RATE_LIMIT_SCALE));
  const open = new Map<string, number>();
  return (socket) => {
    const address = "remoteAddress" in socket ? socket.remoteAddress : undefined;
    // The front's own connections to itself come from no address.
    if (typeof address !== "string") return true;
    const others = open.get(address) ?? 0;
    if (others >= most) {
      socket.destroy();
      return false;
    }
    open.set(address, others + 1);
    socket.once("close", () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
    return true;
  };
}
