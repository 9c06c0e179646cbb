import { LinkButton } from "@/app/_components/link-button";
import type { IneligibleReason } from "@/lib/registrations/rules";
import { ClosedCard } from "./closed-card";
import type { ShownEvent } from "./event-page-data";

type Props = {
  event: Pick<ShownEvent, "eligibleDepartments">;
  reason: IneligibleReason;
  /** For who is not signed in. */
  signInHref: string | null;
};

/** For whom the event is, to somebody for whom it is not, and what they can do about it. */
export function NotForYou({ event, reason, signInHref }: Props) {
  const departments = new Intl.ListFormat("en", { type: "conjunction" }).format(event.eligibleDepartments);
  switch (reason) {
    case "invitation":
      return (
        <ClosedCard title="By invitation only">
          Have an invitation? Open the link in it, and you can register here.
        </ClosedCard>
      );
    case "department":
      return (
        <ClosedCard title={`For ${departments}`}>
          You belong to another department, so you can’t register for this event.
        </ClosedCard>
      );
    case "unknown_department":
      return (
        <ClosedCard
          title={`For ${departments}`}
          action={
            signInHref ? (
              <LinkButton href={signInHref} variant="primary" size="public" wide>
                Sign in to register
              </LinkButton>
            ) : null
          }
        >
          {signInHref
            ? "We need to know who you are to see whether this event is for you."
            : "Your organisation hasn’t said which department you belong to. Ask an administrator of this site to set it, then register here."}
        </ClosedCard>
      );
  }
}
