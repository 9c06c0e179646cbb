import { LinkButton } from "@/app/_components/link-button";
import { formatInstant } from "@/lib/events/when";
import { ClosedCard } from "./closed-card";
import type { ShownEvent } from "./event-page-data";

/** The event is over: how many there were. */
export function PastCard({ event }: { event: ShownEvent }) {
  return (
    <ClosedCard title="This event is over" action={<LinkButton href="/events">See what comes next</LinkButton>}>
      It ended on {formatInstant(event.endsAt, event.timezone)}. {recapOf(event)}
    </ClosedCard>
  );
}

type ThankYouProps = { event: ShownEvent; checkedInAt: Date | null; surveyHref: string | null };

/** The same for who was there, with the survey while it runs. */
export function ThankYouCard({ event, checkedInAt, surveyHref }: ThankYouProps) {
  return (
    <ClosedCard
      title="Thank you for coming"
      action={
        surveyHref !== null && (
          <div data-if="hasSurvey">
            <LinkButton data-href="survey" href={surveyHref} variant="primary" size="public" wide>
              Tell us how it was
            </LinkButton>
          </div>
        )
      }
    >
      You checked in on <span data-fill="checkedInAt">{checkedInAt && formatInstant(checkedInAt, event.timezone)}</span>
      . {recapOf(event)}
    </ClosedCard>
  );
}

function recapOf({ seatsTaken }: ShownEvent): string {
  if (seatsTaken === 0) return "";
  return seatsTaken === 1 ? "One person was registered." : `${seatsTaken} people were registered.`;
}
