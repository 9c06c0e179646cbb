import type { EventDetail } from "@/lib/events/queries";
import type { RegistrationDetail } from "@/lib/registrations/queries";
import { CancelledForYou } from "./instead-of-form";
import { PastCard, ThankYouCard } from "./past-card";

type Props = { event: EventDetail; own: RegistrationDetail; surveyHref: string | null };

/** What somebody who was registered reads when the event is over, or was called off. */
export function OwnCard({ event, own, surveyHref }: Props) {
  if (event.status === "cancelled") return <CancelledForYou />;
  if (!own.checkedInAt) return <PastCard event={event} />;
  return <ThankYouCard event={event} checkedInAt={own.checkedInAt} surveyHref={surveyHref} />;
}
