import type { Metadata } from "next";
import { cache } from "react";
import { orNotFound } from "@/app/_server/or-not-found";
import { SiteFrame } from "@/app/_server/site-frame";
import { requireAttendeeByToken, tokenKindFor } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import { listParty } from "@/lib/registrations/list-party";
import { getRegistration } from "@/lib/registrations/queries";
import { ticketVersionOf } from "@/lib/registrations/ticket-version";
import { getSurveyForAttendee } from "@/lib/surveys/queries";
import { TicketPageView } from "./ticket-page-view";

type Props = { params: { token: string } };

const getTicket = cache(async (token: string) => {
  const scope = await orNotFound(requireAttendeeByToken(token));
  const [registration, survey, guests] = await Promise.all([
    getRegistration(scope),
    getSurveyForAttendee(scope),
    listParty(scope.eventId, scope.registrationId, tokenKindFor(scope)),
  ]);
  return { registration, survey, guests, isOwner: scope.isOwner };
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
  const { registration, survey, guests, isOwner } = await getTicket(token);
  const eventUrl = `${config().APP_URL}/events/${registration.event.slug}`;
  return (
    <SiteFrame>
      <TicketPageView
        token={token}
        registration={registration}
        survey={survey}
        guests={guests}
        isOwner={isOwner}
        eventUrl={eventUrl}
        version={ticketVersionOf(registration)}
        at={now()}
      />
    </SiteFrame>
  );
}
