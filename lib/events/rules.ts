import type { FieldError } from "@/lib/platform/errors";

type Schedule = {
  startsAt: Date;
  endsAt: Date;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
};

/** What decides whether one can register. */
export type RegistrableEvent = Schedule & {
  status: "draft" | "published" | "cancelled" | "completed";
  capacity: number | null;
  seatsTaken: number;
  waitlistCount: number;
  waitlistEnabled: boolean;
  approval: "none" | "holds_seat" | "holds_no_seat";
};

/** No event is longer, so that a list of what is not over yet need not look far back. */
export const longestDays = 31;

/** `waitlist`: full or with people waiting, but the line is open. `full`: full and no line. */
export type RegistrationState = {
  state: "draft" | "cancelled" | "past" | "not_open" | "closed" | "full" | "waitlist" | "open";
  seatsLeft: number | null;
  opensAt: Date | null;
  closesAt: Date;
};

/** Whether one can register for the event at that instant, and what stands in the way. */
export function registrationStateOf(event: RegistrableEvent, at: Date): RegistrationState {
  const seatsLeft = event.capacity === null ? null : Math.max(0, event.capacity - event.seatsTaken);
  const opensAt = event.registrationOpensAt;
  const closesAt = event.registrationClosesAt ?? event.startsAt;
  return { state: stateOf(), seatsLeft, opensAt, closesAt };

  function stateOf(): RegistrationState["state"] {
    if (event.status === "draft" || event.status === "cancelled") return event.status;
    if (event.status === "completed" || event.endsAt <= at) return "past";
    if (opensAt && at < opensAt) return "not_open";
    if (closesAt <= at) return "closed";
    // A request that takes no seat can always be made.
    if (event.approval === "holds_no_seat") return "open";
    // While somebody waits, a free seat is theirs: a party may wait for more of them.
    if (seatsLeft !== 0 && event.waitlistCount === 0) return "open";
    return event.waitlistEnabled ? "waitlist" : "full";
  }
}

/** The last instant, up to that one, at which time alone has changed what the event is to those who would register; the Unix epoch if none has. */
export function unchangedSince(event: Schedule, at: Date): Date {
  const { registrationOpensAt, registrationClosesAt, startsAt, endsAt } = event;
  const instants = [registrationOpensAt, registrationClosesAt, startsAt, endsAt].map(
    (instant) => instant?.getTime() ?? 0,
  );
  return new Date(Math.max(0, ...instants.filter((instant) => instant <= at.getTime())));
}

/** The state it is in, and those that may follow while people look on: it opens, fills up, and a seat comes back. */
export function statesToComeOf(event: RegistrableEvent, at: Date): RegistrationState["state"][] {
  const { state } = registrationStateOf(event, at);
  if (state !== "not_open" && state !== "open" && state !== "waitlist" && state !== "full") return [state];
  const canFillUp = event.capacity !== null && event.approval !== "holds_no_seat";
  const whenFull = event.waitlistEnabled ? ("waitlist" as const) : ("full" as const);
  const toCome = canFillUp ? (["open", whenFull] as const) : (["open"] as const);
  return [state, ...toCome.filter((other) => other !== state)];
}

/** What is wrong with an event's times, for the fields they stand in. */
export function scheduleFaultsOf(event: Schedule): FieldError[] {
  const { startsAt, endsAt, registrationOpensAt: opensAt, registrationClosesAt } = event;
  const closesAt = registrationClosesAt ?? startsAt;
  const faults: FieldError[] = [];
  if (endsAt <= startsAt) faults.push({ path: "endsAt", message: "The end must come after the start." });
  if (endsAt.getTime() - startsAt.getTime() > longestDays * 24 * 60 * 60 * 1000)
    faults.push({ path: "endsAt", message: `An event may last at most ${longestDays} days.` });
  if (registrationClosesAt && registrationClosesAt > endsAt)
    faults.push({
      path: "registrationClosesAt",
      message: "Registration must close before the event ends, or when it does.",
    });
  if (opensAt && opensAt >= closesAt)
    faults.push({ path: "registrationOpensAt", message: "Registration must open before it closes." });
  return faults;
}

/** What is wrong with who may register, for the fields it stands in. */
export function eligibilityFaultsOf(event: {
  eligibility: "everyone" | "departments" | "invitation";
  eligibleDepartments: string[];
  capacity: number | null;
  guestsPerPerson: number;
}): FieldError[] {
  const faults: FieldError[] = [];
  if (event.eligibility === "departments" && event.eligibleDepartments.length === 0)
    faults.push({ path: "eligibleDepartments", message: "Name at least one department." });
  if (event.capacity !== null && event.guestsPerPerson >= event.capacity)
    faults.push({ path: "guestsPerPerson", message: "One person with all guests must fit into the event." });
  return faults;
}
