import type { RegistrationState } from "@/lib/events/rules";
import type { ShownEvent } from "./event-page-data";
import { InsteadOfForm } from "./instead-of-form";
import { SeatsLeft } from "./seats-left";

type Props = { event: ShownEvent; registration: RegistrationState };

/** What stands above the form, or in its place, in one state of the event. */
export function StateHead({ event, registration }: Props) {
  const { state } = registration;
  if (state !== "open" && state !== "waitlist") return <InsteadOfForm event={event} registration={registration} />;
  const { approval, waitlistCount } = event;
  const isForLine = state === "waitlist";
  return (
    <div className="mb-5">
      <h2 className="font-display text-xl font-semibold">
        {isForLine ? "Join the waitlist" : approval === "none" ? "Register" : "Ask to come"}
      </h2>
      {approval !== "none" && (
        <p className="mt-1 text-base text-secondary">The organizer decides on each registration, and you get a mail.</p>
      )}
      {isForLine && (
        <p className="mt-1 text-base text-secondary">
          You would be number <span data-fill="waitlistPlace">{waitlistCount + 1}</span> in line. When a seat is given
          back, the first in line gets it and a mail.
        </p>
      )}
      <SeatsLeft event={event} />
    </div>
  );
}
