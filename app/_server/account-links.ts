import type { Person } from "@/lib/access/actor";
import { listTeamRoles } from "@/lib/access/list-team-roles";
import { canAdminister, canAuthorEvents } from "@/lib/access/roles";

type Needs = "mayManageEvents" | "mayOpenDoors" | "mayAdminister";

/** All that an account's menu can lead to, and what the account must be allowed for it. */
export const accountLinks: readonly { href: string; label: string; needs?: Needs }[] = [
  { href: "/registrations", label: "My tickets" },
  { href: "/manage", label: "Manage events", needs: "mayManageEvents" },
  { href: "/door", label: "Door", needs: "mayOpenDoors" },
  { href: "/messages", label: "Outgoing mail", needs: "mayAdminister" },
  { href: "/profile", label: "Profile" },
];

/** Where the account menu leads this person: only to pages where there is something for them. */
export async function accountLinksOf(person: Person): Promise<{ href: string; label: string }[]> {
  const isAuthor = canAuthorEvents(person);
  const teamRoles = isAuthor ? [] : await listTeamRoles(person);
  const allowed = {
    mayManageEvents: isAuthor || teamRoles.includes("organizer"),
    mayOpenDoors: isAuthor || teamRoles.length > 0,
    mayAdminister: canAdminister(person),
  };
  return accountLinks.filter(({ needs }) => !needs || allowed[needs]).map(({ href, label }) => ({ href, label }));
}
