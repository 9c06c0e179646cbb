import type { Server } from "node:http";
import { beginDraining } from "@/lib/platform/draining";

const graceMs = 10_000;

/** On SIGTERM: unready, no new connections, running requests finish, then exit 0; after ten seconds in any case. */
export function drainOnSignal(servers: ReadonlySet<Server>): void {
  process.once("SIGTERM", () => {
    beginDraining();
    setTimeout(() => process.exit(0), graceMs).unref();
    const closed = [...servers].map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeIdleConnections();
        }),
    );
    void Promise.all(closed).then(() => process.exit(0));
  });
}
