import { closeDatabase } from "@/db/client";
import { createMailer } from "@/lib/platform/create-mailer";
import { log } from "@/lib/platform/log";
import { delaySends } from "@/lib/platform/mail-pace";
import { storeRest } from "@/lib/platform/mail-service";
import { keepTicketKey } from "@/lib/tickets/ticket-keys";
import { drainOutbox } from "./drain-outbox";
import { runTimers } from "./run-timers";

// Sends the outbox and runs the timed tasks. Any number of these may run, on any hosts.
const stopping = new AbortController();
// Whoever started this process with a channel owns it: it ends with them.
for (const end of ["SIGTERM", "disconnect"]) process.once(end, () => stopping.abort());

// Before any ticket goes out, so that it stays good when another key takes this one's place. The web does so when it reads the keys.
await keepTicketKey().catch((error: unknown) => log.error({ err: error }, "the ticket key could not be put down"));
log.info("the worker has started");
process.send?.("started");
// Told to all workers where the database can be reached, in the order in which it happened; this
// one knows anyway.
let telling = Promise.resolve();
const tell = (work: () => Promise<void>) => {
  telling = telling.then(work).catch((error: unknown) => log.warn({ err: error }, "not told"));
};
// Whoever mended the settings starts the worker anew: it is tried at once.
tell(() => storeRest(0, null));
const mailer = createMailer({
  onRest: (restMs, reason) => tell(() => storeRest(restMs, reason)),
  onThrottle: (pauseMs) => tell(() => delaySends(pauseMs)),
});
await Promise.all([drainOutbox({ mailer, signal: stopping.signal }), runTimers(stopping.signal)]);
mailer.close();
await telling;
await closeDatabase();
log.info("the worker has finished what it had begun");
process.exit(0);
