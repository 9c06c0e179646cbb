import { Avatar } from "@/app/_components/avatar";
import { Badge } from "@/app/_components/badge";
import type { Member } from "@/lib/access/members";
import { RemoveMemberForm } from "./remove-member-form";

const roleWords = { owner: "Owner", organizer: "Organizer", viewer: "Viewer", door_staff: "Door staff" } as const;

/** The people of an event's team and what each may do. */
export function MemberList({ eventId, members }: { eventId: string; members: readonly Member[] }) {
  return (
    <ul className="divide-y divide-border">
      {members.map(({ userId, name, email, role }) => (
        <li key={userId} className="flex min-h-16 items-center gap-3 py-2">
          <Avatar name={name ?? email} />
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
            <div className="min-w-0 flex-1 basis-40">
              <p className="font-medium text-foreground">
                <bdi>{name ?? email}</bdi>
              </p>
              <p className="text-meta break-all text-muted-foreground">{name === null ? "Not been in yet" : email}</p>
            </div>
            <Badge tone={role === "owner" || role === "organizer" ? "primary" : "neutral"}>{roleWords[role]}</Badge>
          </div>
          {role !== "owner" && <RemoveMemberForm eventId={eventId} userId={userId} name={name ?? email} />}
        </li>
      ))}
    </ul>
  );
}
