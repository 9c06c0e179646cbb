import Link from "next/link";
import { DetailsMenu } from "@/app/_components/details-menu";
import { Ban, Copy, Ellipsis, ExternalLink } from "@/app/_components/icons";
import { LinkButton } from "@/app/_components/link-button";
import { personOrSignIn } from "@/app/_server/person-or-sign-in";
import { canAuthorEvents } from "@/lib/access/roles";
import type { EventDetail } from "@/lib/events/queries";
import { now } from "@/lib/platform/clock";
import { PublishForm } from "./publish-form";

const row =
  "flex min-h-10 items-center gap-2.5 rounded-md px-3 text-foreground transition-colors hover:bg-muted pointer-coarse:min-h-11 [&_svg]:size-4";

/** What can be done with the event as a whole; the menu opens without scripts too. */
export async function EventActions({ event }: { event: EventDetail }) {
  const person = await personOrSignIn(`/manage/${event.id}`);
  const isDraft = event.status === "draft";
  const mayCancel = isDraft || (event.status === "published" && event.endsAt > now());
  const mayDuplicate = canAuthorEvents(person);
  return (
    <>
      <LinkButton href={`/events/${event.slug}`} variant="secondary">
        <ExternalLink aria-hidden />
        {isDraft ? "Preview" : "View page"}
      </LinkButton>
      {isDraft && <PublishForm eventId={event.id} />}
      {(mayDuplicate || mayCancel) && (
        <DetailsMenu label="More actions" trigger={<Ellipsis aria-hidden className="size-5 text-secondary" />}>
          {mayDuplicate && (
            <Link href={`/manage/${event.id}/duplicate`} className={row}>
              <Copy aria-hidden strokeWidth={1.5} />
              Duplicate…
            </Link>
          )}
          {mayCancel && (
            <Link href={`/manage/${event.id}/cancel`} className={`${row} text-destructive hover:bg-destructive-soft`}>
              <Ban aria-hidden strokeWidth={1.5} />
              Cancel the event…
            </Link>
          )}
        </DetailsMenu>
      )}
    </>
  );
}
