import { cn } from "../_components/cn";
import { QrCode } from "./qr-code";
import { spaceReference } from "./space-reference";
import type { TicketView } from "./ticket-view";

/** The part of a ticket that is looked at: the code for the scanner, the name and the reference for people. */
export function TicketStub({ ticket, className }: { ticket: TicketView; className?: string }) {
  return (
    <div className={cn("flex flex-col items-center gap-4 text-center", className)}>
      {ticket.code !== null && (
        <div
          data-ticket-code=""
          className="aspect-square w-66 max-w-full overflow-hidden rounded-lg bg-white ring-1 ring-border print:ring-0"
        >
          <QrCode
            code={ticket.code}
            label={`QR code of the ticket with the reference ${spaceReference(ticket.reference)}`}
          />
        </div>
      )}
      <div className="min-w-0 max-w-full">
        <p className="text-lg font-semibold text-foreground">
          <bdi data-fill="name">{ticket.name}</bdi>
        </p>
        <p className="mt-0.5 text-sm text-secondary">
          <span className="sr-only">Reference </span>
          <span data-fill="reference" className="font-mono text-base tracking-wider">
            {spaceReference(ticket.reference)}
          </span>
        </p>
      </div>
    </div>
  );
}
