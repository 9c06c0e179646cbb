"use client";
// No browser loads this: Next draws a part for browsers once, and a server's part twice.

import { Button } from "@/app/_components/button";
import { Printer } from "@/app/_components/icons";
import { Notice } from "@/app/_components/notice";
import { PageFrame } from "@/app/_components/page-frame";
import { formatInstant } from "@/lib/events/when";
import type { PartyGuest } from "@/lib/registrations/list-party";
import type { RegistrationDetail } from "@/lib/registrations/queries";
import type { SurveyForAttendee } from "@/lib/surveys/queries";
import { CalendarLinks } from "../../events/[slug]/calendar-links";
import { Cancellation } from "./cancellation";
import { GuestList } from "./guest-list";
import { PassOnForm } from "./pass-on-form";
import { SeatAnswer } from "./seat-answer";
import { TicketCard } from "./ticket-card";
import { TicketSide } from "./ticket-side";

type Props = {
  token: string;
  registration: RegistrationDetail;
  survey: SurveyForAttendee;
  guests: PartyGuest[];
  /** False for whoever registered an address that they have not proved. */
  isOwner: boolean;
  /** Of what the page says, by which an open page learns that it has changed. */
  version: string;
  eventUrl: string;
  /** The instant for which the page is drawn. */
  at: Date;
};

/** A ticket's page: the ticket, and all that its holder can do with it. */
export function TicketPageView({ token, registration, survey, guests, isOwner, version, eventUrl, at }: Props) {
  const { event, status, checkedInAt, undoableUntil, confirmBy, isGuest, asksAddress } = registration;
  const isAhead = event.status === "published" && event.endsAt > at;
  const ticket = (
    <>
      <TicketCard registration={registration}>
        <TicketSide registration={registration} survey={survey} token={token} />
      </TicketCard>
      {isAhead && status !== "cancelled" && (
        <div className="mt-4 flex flex-col items-start gap-1 print:hidden">
          <CalendarLinks event={event} url={eventUrl} fileHref={`/api/events/${event.id}/calendar.ics`} />
          {status === "confirmed" && (
            <Button data-print="" variant="ghost" className="-ms-4 hidden scripted:inline-flex">
              <Printer aria-hidden />
              Print
            </Button>
          )}
        </div>
      )}
    </>
  );
  const mayPassOn = status === "confirmed" && !isGuest && guests.length === 0;
  return (
    <PageFrame className="max-w-4xl">
      <ticket-watch data-src={`/api/tickets/${token}`} data-version={version} />
      {event.status === "cancelled" && (
        <Notice tone="destructive" className="mb-6" title="This event will not take place">
          <p>
            <bdi>{event.cancelReason || "It was called off."}</bdi>
          </p>
        </Notice>
      )}
      {isAhead && status === "confirmed" && (
        <SeatAnswer
          token={token}
          until={confirmBy && formatInstant(confirmBy, event.timezone)}
          asks={!asksAddress ? "coming" : isOwner ? "address" : "mailbox"}
        />
      )}
      {isAhead && !checkedInAt ? (
        <>
          <Cancellation
            token={token}
            standing={status}
            isGuest={isGuest}
            bringsGuests={guests.length > 0}
            isUndoable={undoableUntil !== null && undoableUntil > at}
          >
            {ticket}
          </Cancellation>
          {mayPassOn && (isOwner ? <PassOnForm token={token} /> : <PassOnByMail />)}
        </>
      ) : (
        ticket
      )}
      <GuestList guests={guests} />
    </PageFrame>
  );
}

/** Who only claimed the address sees where it goes on. */
function PassOnByMail() {
  return (
    <p className="mt-4 text-sm text-secondary print:hidden">
      Somebody else could come in your place: open the link in the mail that you got, and pass the ticket on there.
    </p>
  );
}
