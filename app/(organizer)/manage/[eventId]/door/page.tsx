import { ScanLine } from "lucide-react";
import type { Metadata } from "next";
import { Card } from "@/app/_components/card";
import { CopyButton } from "@/app/_components/copy-button";
import { LinkButton } from "@/app/_components/link-button";
import { SeatMeter } from "@/app/_components/seat-meter";
import { listMembers } from "@/lib/access/members";
import { getDashboard } from "@/lib/dashboard/queries";
import { config } from "@/lib/platform/config";
import { qrSvg } from "@/lib/tickets/qr-code";
import { guestsHref } from "../guests/guest-filter";
import { managedEventOf } from "../managed-event";
import { AddMemberForm } from "../team/add-member-form";
import { MemberList } from "../team/member-list";

export const metadata: Metadata = { title: "Door" };

export default async function DoorSetUpPage({ params }: { params: { eventId: string } }) {
  const { event, scope } = await managedEventOf(params.eventId, "/door");
  const [members, { checkedIn, registered }] = await Promise.all([listMembers(scope), getDashboard(scope)]);
  const address = `${config().APP_URL}/door/${event.id}`;
  const staff = members.filter(({ role }) => role === "door_staff");
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:items-start">
      <div className="flex min-w-0 flex-col gap-6">
        <Card title="Open the door on a phone" description="Point the phone's camera at this code, sign in, and scan.">
          <div className="flex flex-col gap-6 sm:flex-row sm:items-center">
            <div
              role="img"
              aria-label={`QR code of ${address}`}
              className="w-48 shrink-0 self-center overflow-hidden rounded-md border border-border bg-white"
              // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own encoder, which writes only squares
              dangerouslySetInnerHTML={{ __html: qrSvg(address) }}
            />
            <div className="flex min-w-0 flex-col items-start gap-3">
              <p className="text-sm break-all text-secondary">{address}</p>
              <div className="flex flex-wrap gap-2">
                <LinkButton href={`/door/${event.id}`} variant="primary">
                  <ScanLine aria-hidden />
                  Open the door here
                </LinkButton>
                <CopyButton value={address} label="Copy link" />
              </div>
              <p className="text-meta text-muted-foreground">
                The camera needs a secure address (https). Only this event's team gets in.
              </p>
            </div>
          </div>
        </Card>
        <Card
          title="Arrivals"
          action={
            <LinkButton href={guestsHref(event.id, { checkedIn: "true" })} variant="ghost" className="-my-2 -me-4">
              See who is in
            </LinkButton>
          }
        >
          <SeatMeter
            taken={checkedIn}
            capacity={registered}
            words={`${checkedIn.toLocaleString("en")} of ${registered.toLocaleString("en")} registered people are in`}
          />
        </Card>
      </div>
      <Card title="Door staff" description="They see names and tickets, never e-mail addresses.">
        {staff.length > 0 ? (
          <MemberList eventId={event.id} members={staff} />
        ) : (
          <p className="text-sm text-secondary">
            Nobody yet. You and the other organizers can work at the door as well.
          </p>
        )}
        <div className="mt-4 border-t border-border pt-5">
          <AddMemberForm eventId={event.id} forDoor />
        </div>
      </Card>
    </div>
  );
}
