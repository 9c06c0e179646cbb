import { Card } from "@/app/_components/card";
import { CopyButton } from "@/app/_components/copy-button";
import { getInvitationUrl } from "@/lib/events/invitation";
import { managedEventOf } from "../managed-event";
import { RenewInvitationForm } from "./renew-invitation-form";

/** The link that lets people register for an event by invitation, and a way to make it worthless. */
export async function InvitationCard({ eventId }: { eventId: string }) {
  const { scope } = await managedEventOf(eventId, "/guests");
  const url = await getInvitationUrl(scope);
  return (
    <Card
      title="Invitation link"
      description="Whoever has it can register. Send it only to those you invite."
      className="mb-6"
    >
      <p className="font-mono text-meta break-all text-secondary">{url}</p>
      <div className="mt-3 flex flex-wrap items-start gap-3">
        <CopyButton value={url} label="Copy link" />
        <RenewInvitationForm eventId={scope.eventId} />
      </div>
    </Card>
  );
}
