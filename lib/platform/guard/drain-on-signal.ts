import type { Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { beginDraining } from "@/lib/platform/draining";

const graceMs = 10_000;
// Meanwhile busy connections end by themselves, each with an answer that says so; then only those are hung up on that rest, since
// one that is hung up on while a request comes in fails it.
const farewellMs = 500;

/**
 * On SIGTERM: unready; half a second later no new connections, running requests finish, then exit 0; after ten seconds in any case.
 */
export function drainOnSignal(servers: ReadonlySet<Server>): void {
  process.once("SIGTERM", async () => {
    beginDraining();
    setTimeout(() => process.exit(0), graceMs).unref();
    await pause(farewellMs);
    const closed = [...servers].map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeIdleConnections();
        }),
    );
    await Promise.all(closed);
    process.exit(0);
  });
}
