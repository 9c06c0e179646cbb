import type { Person } from "@/lib/access/actor";
import { listTeamRoles } from "@/lib/access/list-team-roles";
import { canAdminister, canAuthorEvents } from "@/lib/access/roles";

/** Where the account menu leads this person: only to pages where there is something for them. */
export async function accountLinksOf(person: Person): Promise<{ href: string; label: string }[]> {
  const isAuthor = canAuthorEvents(person);
  const teamRoles = isAuthor ? [] : await listTeamRoles(person);
  return [
    { href: "/registrations", label: "My tickets" },
    ...(isAuthor || teamRoles.includes("organizer") ? [{ href: "/manage", label: "Manage events" }] : []),
    ...(isAuthor || teamRoles.length > 0 ? [{ href: "/door", label: "Door" }] : []),
    ...(canAdminister(person) ? [{ href: "/messages", label: "Outgoing mail" }] : []),
    { href: "/profile", label: "Profile" },
  ];
}
