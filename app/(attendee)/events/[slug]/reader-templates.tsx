import type { RegistrationState } from "@/lib/events/rules";
import type { IneligibleReason } from "@/lib/registrations/rules";
import type { ShownEvent } from "./event-page-data";
import { CancelledForYou } from "./instead-of-form";
import { NotForYou } from "./not-for-you";
import { ThankYouCard } from "./past-card";
import { SignedInAs } from "./register-form";

type Props = { event: ShownEvent; state: RegistrationState["state"]; signInHref: string };

const reasons: IneligibleReason[] = ["department", "unknown_department", "invitation"];

/** What the browser's script adds for the reader alone: who they are, and what differs for them. */
export function ReaderTemplates({ event, state, signInHref }: Props) {
  return (
    <>
      <noscript>
        <p className="mt-4 text-meta text-muted-foreground">
          Signed in?{" "}
          <a href="?me=1" className="text-primary underline underline-offset-2">
            Show this page as yours
          </a>
        </p>
      </noscript>
      {state === "cancelled" && (
        <template data-state="cancelled-own">
          <CancelledForYou />
        </template>
      )}
      {state === "past" && (
        <template data-state="past-own">
          <ThankYouCard event={event} checkedInAt={null} surveyHref="" />
        </template>
      )}
      {(state === "open" || state === "waitlist" || state === "not_open" || state === "full") && (
        <template data-person="">
          <SignedInAs name="" email="" />
        </template>
      )}
      {event.eligibility !== "everyone" &&
        reasons.map((reason) => (
          <template key={reason} data-reason={reason}>
            <NotForYou event={event} reason={reason} signInHref={reason === "unknown_department" ? null : signInHref} />
          </template>
        ))}
    </>
  );
}
