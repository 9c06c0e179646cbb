import type { Metadata } from "next";
import { BarChart } from "@/app/_components/bar-chart";
import { Card } from "@/app/_components/card";
import { Printer, ScanLine } from "@/app/_components/icons";
import { LinkButton } from "@/app/_components/link-button";
import { listMembers } from "@/lib/access/members";
import { listConflicts, listOpenWalkIns } from "@/lib/checkin/conflicts";
import { countDoor } from "@/lib/checkin/door-numbers";
import { listDevices, listDoorLinks } from "@/lib/checkin/door-set-up";
import { getDashboard } from "@/lib/dashboard/queries";
import { now } from "@/lib/platform/clock";
import { arrivalSeries, stepWords } from "../_dashboard/arrival-series";
import { guestsHref } from "../guests/guest-filter";
import { managedEventOf } from "../managed-event";
import { AddMemberForm } from "../team/add-member-form";
import { MemberList } from "../team/member-list";
import { ConflictCards } from "./conflict-cards";
import { DeviceList } from "./device-list";
import { GateTotals } from "./gate-totals";
import { LinkList } from "./link-list";
import { LiveRefresh } from "./live-refresh";
import { MakeLinkForm } from "./make-link-form";

export const metadata: Metadata = { title: "Door" };

export default async function DoorSetUpPage({ params }: { params: { eventId: string } }) {
  const { event, scope } = await managedEventOf(params.eventId, "/door");
  const [members, links, devices, conflicts, walkIns, numbers, { arrivals }] = await Promise.all([
    ...([listMembers(scope), listDoorLinks(scope), listDevices(scope)] as const),
    ...([listConflicts(scope), listOpenWalkIns(scope), countDoor(scope), getDashboard(scope)] as const),
  ]);
  const staff = members.filter(({ role }) => role === "door_staff");
  const { bars, stepMinutes } = arrivalSeries(
    arrivals.map(({ at, checkedIn }) => ({ at: at.toISOString(), checkedIn })),
    event.timezone,
  );
  const matters = conflicts.length + walkIns.length;
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:items-start">
      <div className="flex min-w-0 flex-col gap-6">
        {matters > 0 && (
          <Card
            title={matters === 1 ? "1 matter to settle" : `${matters} matters to settle`}
            description="The earliest admission stands. Nothing is undone by settling one; it stays in the log."
          >
            <ConflictCards {...{ eventId: event.id, timezone: event.timezone, conflicts, walkIns }} />
          </Card>
        )}
        <Card
          title="People inside"
          action={
            <div className="flex flex-wrap items-center gap-x-3">
              <LiveRefresh eventId={event.id} />
              <LinkButton href={guestsHref(event.id, { checkedIn: "true" })} variant="ghost" className="-my-2 -me-4">
                See who is in
              </LinkButton>
            </div>
          }
        >
          <GateTotals {...numbers} />
          {bars.length > 0 && (
            <>
              <h3 className="mt-6 mb-1 text-sm font-medium text-foreground">Arrivals per {stepWords(stepMinutes)}</h3>
              <BarChart label={`Arrivals per ${stepWords(stepMinutes)}`} bars={bars} />
            </>
          )}
        </Card>
        <Card title="Phones" description="Every scan is put down to one of these, and to the name of whoever holds it.">
          {devices.length > 0 ? (
            <DeviceList eventId={event.id} at={now()} devices={devices} />
          ) : (
            <p className="text-sm text-secondary">
              None yet. A phone appears here when somebody opens a door link on it, or one of the team presses start.
            </p>
          )}
        </Card>
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <Card
          title="Door links"
          description="Show one to a helper’s phone, or send it. No account is needed; they see names, never e-mail addresses."
        >
          {links.length > 0 && <LinkList eventId={event.id} timezone={event.timezone} links={links} />}
          <MakeLinkForm eventId={event.id} />
        </Card>
        <Card title="At the door yourself">
          <div className="flex flex-wrap gap-2">
            <LinkButton href={`/door/${event.id}`} variant="primary">
              <ScanLine aria-hidden />
              Open the door here
            </LinkButton>
            <LinkButton href={`/manage/${event.id}/door/list`} variant="secondary">
              <Printer aria-hidden strokeWidth={1.5} />
              List to print
            </LinkButton>
          </div>
          <p className="mt-3 text-meta text-muted-foreground">
            The camera needs a secure address (https). The printed list helps when the power fails.
          </p>
        </Card>
        <Card title="Door staff with an account" description="They sign in instead of opening a link.">
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
    </div>
  );
}
