import type { Person } from "@/lib/access/actor";
import { canAuthorEvents } from "@/lib/access/roles";

/** Where the account menu leads this person. */
export function accountLinksOf(person: Person): { href: string; label: string }[] {
  return [
    { href: "/registrations", label: "My tickets" },
    ...(canAuthorEvents(person) ? [{ href: "/manage", label: "Manage events" }] : []),
    { href: "/door", label: "Door" },
    { href: "/profile", label: "Profile" },
  ];
}
