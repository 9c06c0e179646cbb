import type { Metadata } from "next";
import { cache } from "react";
import { Button } from "@/app/_components/button";
import { Printer } from "@/app/_components/icons";
import { Notice } from "@/app/_components/notice";
import { PageFrame } from "@/app/_components/page-frame";
import { orNotFound } from "@/app/_server/or-not-found";
import { SiteFrame } from "@/app/_server/site-frame";
import { requireAttendeeByToken } from "@/lib/access/scopes";
import { formatInstant } from "@/lib/events/when";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import { listParty } from "@/lib/registrations/list-party";
import { getRegistration } from "@/lib/registrations/queries";
import { ticketVersionOf } from "@/lib/registrations/ticket-version";
import { getSurveyForAttendee } from "@/lib/surveys/queries";
import { CalendarLinks } from "../../events/[slug]/calendar-links";
import { Cancellation } from "./cancellation";
import { GuestList } from "./guest-list";
import { PassOnForm } from "./pass-on-form";
import { SeatAnswer } from "./seat-answer";
import { TicketCard } from "./ticket-card";
import { TicketSide } from "./ticket-side";

type Props = { params: { token: string } };

const getTicket = cache(async (token: string) => {
  const scope = await orNotFound(requireAttendeeByToken(token));
  const [registration, survey, guests] = await Promise.all([
    getRegistration(scope),
    getSurveyForAttendee(scope),
    listParty(scope.eventId, scope.registrationId),
  ]);
  return { registration, survey, guests };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { registration } = await getTicket(params.token);
  return {
    title: `Ticket: ${registration.event.title}`,
    robots: { index: false, follow: false },
    // The address is a secret, so no other site may learn it. `no-referrer` would also strip the Origin from our own
    // forms, which a server action needs when scripts are off.
    referrer: "same-origin",
  };
}

export default async function TicketPage({ params: { token } }: Props) {
  const { registration, survey, guests } = await getTicket(token);
  const { event, status, checkedInAt, undoableUntil, confirmBy, isGuest } = registration;
  const isAhead = event.status === "published" && event.endsAt > now();
  const ticket = (
    <>
      <TicketCard registration={registration}>
        <TicketSide registration={registration} survey={survey} token={token} />
      </TicketCard>
      {isAhead && status !== "cancelled" && (
        <div className="mt-4 flex flex-col items-start gap-1 print:hidden">
          <CalendarLinks
            event={event}
            url={`${config().APP_URL}/events/${event.slug}`}
            fileHref={`/api/events/${event.id}/calendar.ics`}
          />
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
    <SiteFrame>
      <PageFrame className="max-w-4xl">
        <ticket-watch data-src={`/api/tickets/${token}`} data-version={ticketVersionOf(registration)} />
        {event.status === "cancelled" && (
          <Notice tone="destructive" className="mb-6" title="This event will not take place">
            <p>
              <bdi>{event.cancelReason || "It was called off."}</bdi>
            </p>
          </Notice>
        )}
        {isAhead && status === "confirmed" && (
          <SeatAnswer token={token} until={confirmBy && formatInstant(confirmBy, event.timezone)} />
        )}
        {isAhead && !checkedInAt ? (
          <>
            <Cancellation
              token={token}
              standing={status}
              isGuest={isGuest}
              bringsGuests={guests.length > 0}
              isUndoable={undoableUntil !== null && undoableUntil > now()}
            >
              {ticket}
            </Cancellation>
            {mayPassOn && <PassOnForm token={token} />}
          </>
        ) : (
          ticket
        )}
        <GuestList guests={guests} />
      </PageFrame>
    </SiteFrame>
  );
}
