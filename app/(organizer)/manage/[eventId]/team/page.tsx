import type { Metadata } from "next";
import { Card } from "@/app/_components/card";
import { listMembers } from "@/lib/access/members";
import { managedEventOf } from "../managed-event";
import { AddMemberForm } from "./add-member-form";
import { MemberList } from "./member-list";

export const metadata: Metadata = { title: "Team" };

export default async function TeamPage({ params }: { params: { eventId: string } }) {
  const { event, scope } = await managedEventOf(params.eventId, "/team");
  const members = await listMembers(scope);
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:items-start">
      <Card title="Team" description="Who runs this event, and who works at its door.">
        <MemberList eventId={event.id} members={members} />
      </Card>
      <Card title="Invite somebody">
        <AddMemberForm eventId={event.id} />
      </Card>
    </div>
  );
}
