import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

type Metrics = ReturnType<typeof makeMetrics>;

// Next compiles each route into a bundle of its own, and the guard is one more: the registry must be one a process.
const holder = globalThis as typeof globalThis & { turnoutMetrics?: Metrics };

function makeMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requestSeconds = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from a request's head to the end of its answer",
    labelNames: ["method", "work", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const refusals = new Counter({
    name: "http_refused_busy_total",
    help: "Requests that found no slot for their kind of work, or came too often",
    labelNames: ["work"],
    registers: [registry],
  });
  const sharedPages = new Counter({
    name: "http_shared_pages_total",
    help: "Requests for public pages, by how the page cache answered",
    labelNames: ["result"],
    registers: [registry],
  });
  const securityEvents = new Counter({
    name: "turnout_security_events_total",
    help: "Sign-ins and failed ones, changes of rights and of passwords, exports and erasures",
    labelNames: ["event"],
    registers: [registry],
  });
  const signIns = new Counter({
    name: "turnout_sign_ins_total",
    help: "Attempts to sign in, by method and by how they ended",
    labelNames: ["method", "outcome"],
    registers: [registry],
  });
  return { registry, requestSeconds, refusals, sharedPages, securityEvents, signIns };
}

/** What this process counts and measures, for `/api/metrics`. */
export function metrics(): Metrics {
  holder.turnoutMetrics ??= makeMetrics();
  return holder.turnoutMetrics;
}
