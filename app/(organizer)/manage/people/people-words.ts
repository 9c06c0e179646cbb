import type { DepartmentSource, Role } from "@/lib/access/actor";
import type { PeopleView } from "@/lib/access/people/input";

export const roleWords: Record<Role, string> = {
  attendee: "Attendee",
  organizer: "Organizer",
  admin: "Administrator",
};

export const roleHints: Record<Role, string> = {
  attendee: "Registers for events.",
  organizer: "Makes events and runs their own.",
  admin: "Runs all events, people and settings.",
};

export const viewWords: Record<PeopleView, string> = {
  accounts: "Accounts",
  guests: "Guests",
  everyone: "Everyone",
  disabled: "Disabled",
  undeliverable: "Mail comes back",
};

export const sourceWords: Record<DepartmentSource, string> = {
  self: "as they say themselves; it admits to no event",
  directory: "from the directory",
  import: "from an import",
  admin: "set by an administrator",
};
