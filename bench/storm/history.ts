/** What a client can do to one event. People are named by their e-mail addresses. */
export type Operation =
  | { kind: "register"; event: string; person: string; key: string }
  | { kind: "cancel"; event: string; person: string; registration: string }
  | { kind: "transfer"; event: string; person: string; registration: string; to: string }
  | { kind: "resize"; event: string; capacity: number };

/** What the client was told. `standing` without an id is a guest's answer. `unknown`: no answer came, or one that tells nothing. */
export type Answer =
  | { kind: "placed"; status: "confirmed" | "waitlisted"; registration: string; body: string }
  | { kind: "standing"; registration: string | null; body: string }
  | { kind: "full"; body: string }
  | { kind: "done" }
  | { kind: "refused"; code: string }
  | { kind: "unknown"; reason: string }
  | { kind: "failed"; reason: string };

/** One call as its client saw it; times in milliseconds of the client's monotonic clock. */
export type Call = { id: number; operation: Operation; startedAt: number; endedAt: number; answer: Answer };

/** Anything that the operations can be asked of. */
export type Engine = (operation: Operation) => Promise<Answer>;

/** What the tables hold when all is quiet. */
export type Tables = {
  events: { id: string; capacity: number | null; seatsTaken: number; waitlistCount: number }[];
  registrations: {
    id: string;
    event: string;
    person: string;
    status: "confirmed" | "waitlisted" | "cancelled" | "pending";
    waitlistOrder: number | null;
    revision: number;
  }[];
  /** The messages that tell of a change, by registration and the revision they tell of. */
  messages: { registration: string; kind: string; revision: number }[];
};

/** The history with what a call became once its outcome was found out. */
export class History {
  readonly calls: Call[] = [];

  /** Asks the engine and keeps when, what and the answer; a thrown error is a `failed` call. */
  async record(engine: Engine, operation: Operation): Promise<Answer> {
    const startedAt = performance.now();
    const answer = await engine(operation).catch(
      (error: unknown): Answer => ({ kind: "failed", reason: error instanceof Error ? error.message : String(error) }),
    );
    this.calls.push({ id: this.calls.length, operation, startedAt, endedAt: performance.now(), answer });
    return answer;
  }
}
