import type { ReactNode } from "react";
import type { Reader } from "@/app/_server/load-reader";
import { registrationStateOf } from "@/lib/events/rules";
import { attendeeTokenIn } from "../../ticket-view";
import type { ShownEvent } from "./event-page-data";
import { CancelledForYou } from "./instead-of-form";
import { PastCard, ThankYouCard } from "./past-card";
import { StandingTicket } from "./standing-ticket";

type Props = {
  event: ShownEvent;
  at: Date;
  registration: NonNullable<Reader["registration"]>;
  reader: Reader;
  calendar: ReactNode;
};

/**
 * What somebody who is registered finds on the event's page: the ticket, or what became of the
 * event.
 */
export function OwnPanel({ event, at, registration, reader, calendar }: Props) {
  const { checkedInAt, status, waitlistPosition, name, reference, ticket, pageUrl } = registration;
  const { state } = registrationStateOf(event, at);
  if (state === "cancelled") return <CancelledForYou />;
  if (state === "past" && !checkedInAt) return <PastCard event={event} />;
  if (state === "past") return <ThankYouCard event={event} checkedInAt={checkedInAt} surveyHref={reader.surveyUrl} />;
  const href = `/tickets/${attendeeTokenIn(pageUrl)}`;
  return (
    <div data-panel="">
      <div data-standing="">
        <StandingTicket
          ticket={{ status, waitlistPosition, name, reference, code: ticket?.code ?? null, href }}
          calendar={calendar}
        />
      </div>
    </div>
  );
}
