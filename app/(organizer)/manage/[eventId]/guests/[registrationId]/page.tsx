import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Card } from "@/app/_components/card";
import { ChevronLeft } from "@/app/_components/icons";
import { orNotFound } from "@/app/_server/or-not-found";
import type { EventDetail } from "@/lib/events/queries";
import { formatInstant } from "@/lib/events/when";
import { listGuestMessages } from "@/lib/notifications/list-guest-messages";
import { now } from "@/lib/platform/clock";
import { registrationIdParams } from "@/lib/registrations/input";
import { type GuestListItem, getGuest } from "@/lib/registrations/queries";
import { removedName } from "@/lib/retention/blank-registrations";
import { managedEventOf } from "../../managed-event";
import { answerWords } from "../answer-words";
import { DecideForm } from "../decide-form";
import { GuestBadge } from "../guest-badge";
import { AddressNotice } from "./address-notice";
import { CancelGuestForm } from "./cancel-guest-form";
import { DoorNoteForm } from "./door-note-form";
import { EraseGuestForm } from "./erase-guest-form";
import { GuestMessages } from "./guest-messages";
import { ReissueForm } from "./reissue-form";

export const metadata: Metadata = { title: "Guest" };

const cardTitles = { confirmed: "Ticket", waitlisted: "Place in line", pending: "Request" };

type Props = { params: { eventId: string; registrationId: string } };

export default async function GuestPage({ params }: Props) {
  const { event, scope } = await managedEventOf(params.eventId, `/guests/${encodeURIComponent(params.registrationId)}`);
  const id = registrationIdParams.safeParse({ id: params.registrationId });
  if (!id.success) notFound();
  const registrationId = id.data.id;
  const [guest, messages] = await Promise.all([
    orNotFound(getGuest(scope, { registrationId })),
    listGuestMessages(scope, { registrationId }),
  ]);
  const mayChange = guest.status !== "cancelled" && event.endsAt > now();
  return (
    <>
      <Link
        href={`/manage/${event.id}/guests`}
        className="-ms-1 mb-2 inline-flex min-h-11 items-center gap-1 pe-2 text-meta text-secondary hover:text-foreground"
      >
        <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
        All guests
      </Link>
      <AddressNotice addressFault={guest.addressFault} timezone={event.timezone} />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:items-start">
        <Card
          title={<bdi>{guest.name}</bdi>}
          description={<bdi>{guest.broughtBy ? `Guest of ${guest.broughtBy}` : guest.email}</bdi>}
          action={<GuestBadge guest={guest} />}
        >
          <Facts event={event} guest={guest} />
        </Card>
        {guest.status !== "cancelled" && (
          <Card title={cardTitles[guest.status]}>
            <div className="flex flex-col gap-5">
              {guest.status === "pending" && mayChange && (
                <DecideForm eventId={event.id} registrationId={guest.id} name={guest.name} />
              )}
              {guest.status === "confirmed" && !guest.broughtBy && (
                <ReissueForm eventId={event.id} registrationId={guest.id} />
              )}
              {mayChange && <DoorNoteForm eventId={event.id} registrationId={guest.id} note={guest.doorNote} />}
              {mayChange && guest.status !== "pending" && (
                <CancelGuestForm eventId={event.id} registrationId={guest.id} />
              )}
            </div>
          </Card>
        )}
        <Card title="Messages" className="lg:col-start-1">
          <GuestMessages messages={messages} timezone={event.timezone} />
        </Card>
        {!guest.broughtBy && guest.name !== removedName && (
          <Card title="Personal data">
            <EraseGuestForm eventId={event.id} registrationId={guest.id} />
          </Card>
        )}
      </div>
    </>
  );
}

function Facts({ event, guest }: { event: EventDetail; guest: GuestListItem }) {
  const time = (instant: Date) => (
    <time dateTime={instant.toISOString()}>{formatInstant(instant, event.timezone)}</time>
  );
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-3 text-sm">
      <Fact label="Department">
        <bdi>{guest.department ?? "Not given"}</bdi>
      </Fact>
      <Fact label="Ticket reference">
        <span className="font-mono tracking-wide">{guest.reference}</span>
      </Fact>
      <Fact label="Registered">{time(guest.registeredAt)}</Fact>
      {guest.confirmBy && <Fact label="Has to answer by">{time(guest.confirmBy)}</Fact>}
      {guest.checkedInAt && <Fact label="Checked in">{time(guest.checkedInAt)}</Fact>}
      {guest.cancelledAt && <Fact label="Cancelled">{time(guest.cancelledAt)}</Fact>}
      {event.questions.map(({ id, label }) => (
        <Fact key={id} label={<bdi>{label}</bdi>}>
          <bdi className="whitespace-pre-line">{answerWords(guest.answers?.[id]) ?? "No answer"}</bdi>
        </Fact>
      ))}
    </dl>
  );
}

function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="max-w-48 text-muted-foreground">{label}</dt>
      <dd className="min-w-0 text-foreground">{children}</dd>
    </>
  );
}
