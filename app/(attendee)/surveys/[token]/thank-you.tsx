import { LinkButton } from "@/app/_components/link-button";
import { TicketDrawing } from "@/app/_components/ticket-drawing";

type Props = { eventsHref: string; isNews?: boolean };

/** The survey is answered; takes the focus when that just happened. */
export function ThankYou({ eventsHref, isNews = false }: Props) {
  return (
    <div
      data-news={isNews ? "" : undefined}
      tabIndex={-1}
      role={isNews ? "status" : undefined}
      className="outline-none"
    >
      <TicketDrawing className="w-28 text-muted-foreground" />
      <h2 className="mt-6 text-xl font-semibold text-foreground">Thank you, your answers are in</h2>
      <p className="mt-2 max-w-measure text-base text-secondary">
        The organizers read them when they plan the next one. Nothing more to do here.
      </p>
      <LinkButton href={eventsHref} className="mt-6" size="public">
        See what is on next
      </LinkButton>
    </div>
  );
}
