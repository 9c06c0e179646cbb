import { LinkButton } from "@/app/_components/link-button";
import { currentActor } from "@/app/_server/session";
import type { EventDetail } from "@/lib/events/queries";
import { formatInstant } from "@/lib/events/when";
import { now } from "@/lib/platform/clock";
import type { RegistrationDetail } from "@/lib/registrations/queries";
import { getSurvey } from "@/lib/surveys/queries";
import { surveyStateOf } from "@/lib/surveys/rules";
import { attendeeTokenIn } from "../../ticket-view";
import { ClosedCard } from "./closed-card";

/** The event is over: how many there were, and the survey for who was there while it runs. */
export async function PastCard({ event, own }: { event: EventDetail; own: RegistrationDetail | null }) {
  const people = event.seatsTaken === 1 ? "One person was registered." : `${event.seatsTaken} people were registered.`;
  const recap = event.seatsTaken > 0 ? people : "";
  if (!own?.checkedInAt) {
    return (
      <ClosedCard title="This event is over" action={<LinkButton href="/events">See what comes next</LinkButton>}>
        It ended on {formatInstant(event.endsAt, event.timezone)}. {recap}
      </ClosedCard>
    );
  }
  const isOpen = surveyStateOf(await getSurvey(await currentActor(), event.id), now()) === "open";
  const survey = (
    <LinkButton href={`/surveys/${attendeeTokenIn(own.pageUrl)}`} variant="primary" size="public" wide>
      Tell us how it was
    </LinkButton>
  );
  return (
    <ClosedCard title="Thank you for coming" action={isOpen && survey}>
      You checked in on {formatInstant(own.checkedInAt, event.timezone)}. {recap}
    </ClosedCard>
  );
}
