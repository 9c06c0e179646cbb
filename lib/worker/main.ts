import { closeDatabase } from "@/db/client";
import { log } from "@/lib/platform/log";
import { createMailer } from "@/lib/platform/mailer";
import { drainOutbox } from "./drain-outbox";
import { runTimers } from "./run-timers";

// Sends the outbox and runs the timed tasks. Any number of these may run, on any hosts.
const stopping = new AbortController();
// Whoever started this process with a channel owns it: it ends with them.
for (const end of ["SIGTERM", "disconnect"]) process.once(end, () => stopping.abort());

log.info("the worker has started");
process.send?.("started");
await Promise.all([drainOutbox({ mailer: createMailer(), signal: stopping.signal }), runTimers(stopping.signal)]);
await closeDatabase();
log.info("the worker has finished what it had begun");
process.exit(0);
