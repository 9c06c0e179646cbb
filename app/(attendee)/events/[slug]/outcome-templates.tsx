import type { ReactNode } from "react";
import { emptyTicketView } from "../../ticket-view";
import type { ShownEvent } from "./event-page-data";
import { RegisterOutcomeView } from "./register-outcome-view";

type Props = { event: ShownEvent; calendar: ReactNode; againHref: string };

/**
 * All that can come of the form, for the browser's script to fill in: the same words as without it.
 */
export function OutcomeTemplates({ event, calendar, againHref }: Props) {
  const seated = [
    "confirmed" as const,
    ...(event.waitlistEnabled ? (["waitlisted"] as const) : []),
    ...(event.approval === "none" ? [] : (["pending"] as const)),
  ];
  const view = { calendar, againHref };
  return (
    <>
      {seated.map((status) => (
        <template key={status} data-outcome={status}>
          <RegisterOutcomeView
            {...view}
            result={{ outcome: "registered", ticket: emptyTicketView(status), email: "" }}
            isTemplate
          />
        </template>
      ))}
      <template data-outcome="already_registered_guest">
        <RegisterOutcomeView {...view} result={{ outcome: "already_registered_guest", email: "" }} />
      </template>
      <template data-outcome="event_full">
        <RegisterOutcomeView {...view} result={{ outcome: "event_full" }} />
      </template>
      <template data-outcome="registration_closed">
        <RegisterOutcomeView {...view} result={{ outcome: "registration_closed", reason: "closed" }} />
      </template>
    </>
  );
}
