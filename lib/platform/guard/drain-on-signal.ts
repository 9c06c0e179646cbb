import type { Server } from "node:http";
import { setImmediate as afterReading, setTimeout as pause } from "node:timers/promises";
import { invalidateTags } from "@/lib/platform/cache";
import { beginDraining } from "@/lib/platform/draining";

const graceMs = 10_000;
// Meanwhile busy connections end by themselves, each with an answer that says so; then only those are hung up on that rest, since
// one that is hung up on while a request comes in fails it. Long enough for a proxy on a busy machine to use what it means to use.
const farewellMs = 2_000;

/**
 * On SIGTERM: unready; two seconds later no new connections, running requests finish, what they changed is told, then exit 0; after ten
 * seconds in any case.
 */
export function drainOnSignal(servers: ReadonlySet<Server>): void {
  process.once("SIGTERM", async () => {
    beginDraining();
    setTimeout(() => process.exit(0), graceMs).unref();
    await pause(farewellMs);
    // Requests that came while this process was busy are still to be read, and their connections look as if they rested.
    await afterReading();
    const closed = [...servers].map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeIdleConnections();
        }),
    );
    await Promise.all(closed);
    // The last answers did not wait until other processes were told of what they changed.
    await invalidateTags([]);
    process.exit(0);
  });
}
