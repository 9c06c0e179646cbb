import type { IncomingMessage } from "node:http";
import { isLoopback } from "./is-host-allowed";

const proxyHeaders = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "forwarded", "via"];

/** True when somebody on this very machine calls, and no proxy in between. */
export function isDirectCall({ socket, headers }: IncomingMessage): boolean {
  const address = socket.remoteAddress?.replace(/^::ffff:/, "") ?? "";
  return isLoopback(address) && !proxyHeaders.some((name) => headers[name] !== undefined);
}
