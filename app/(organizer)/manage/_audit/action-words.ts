const words: Record<string, string> = {
  "event.created": "created the event",
  "event.updated": "changed the event",
  "event.published": "published the event",
  "event.cancelled": "cancelled the event",
  "event.duplicated": "made a copy of an event",
  "event.invitation_renewed": "renewed the invitation link",
  "registration.added": "added guests",
  "registration.approved": "granted a request",
  "registration.declined": "declined a request",
  "registration.cancelled": "cancelled a registration",
  "registration.changed": "changed a registration",
  "registration.transferred": "passed a seat on",
  "registration.note_set": "left a note for the door",
  "ticket.reissued": "voided a ticket and sent a new one",
  "member.added": "added somebody to the team",
  "member.removed": "removed somebody from the team",
  "door_link.made": "made a door link",
  "door_link.revoked": "revoked a door link",
  "door_device.revoked": "shut a phone out",
  "check_in.overridden": "let somebody in whom the list refused",
  "check_in.undone": "undid a check-in",
  "check_in.conflict_settled": "settled a conflict at the door",
  "walk_in.settled": "saw to somebody who came without a ticket",
  "survey.updated": "changed the survey",
  "survey.exported": "downloaded the survey’s answers",
  "guests.exported": "downloaded the guest list",
  "guests.erased": "erased a guest",
  "announcement.created": "wrote to guests",
  "announcement.recalled": "recalled a message",
  "person.erased": "erased a person",
  "person.disabled": "shut an account",
  "person.enabled": "opened an account again",
  "person.invited": "asked somebody in",
  "person.role_changed": "changed a role",
  "person.department_changed": "changed a department",
  "person.merged": "merged two records of a person",
  "person.sessions_ended": "signed somebody out everywhere",
  "session.started": "signed in",
  "session.ended": "signed out",
  "session.confirmed": "proved who they are",
  "event.handed_over": "handed the event over",
  "registration.taken_over": "took their registration over",
  "organisation.updated": "changed the settings",
  "data.exported": "downloaded what is stored about a person",
  "messages.resent": "sent failed mails again",
};

/** An action in words that follow a name; one that has none of its own is told by its name. */
export function actionWords(action: string): string {
  const own = words[action];
  if (own) return own;
  const [noun = "", verb = ""] = action.replaceAll("_", " ").split(".");
  return `${noun}: ${verb}`;
}

/** The nouns by which a list can be narrowed. */
export const auditNouns = [
  { value: "", label: "Everything" },
  { value: "event.", label: "Events" },
  { value: "registration.", label: "Registrations" },
  { value: "guests.", label: "Guest lists" },
  { value: "member.", label: "Teams" },
  { value: "check_in.", label: "Check-ins" },
  { value: "survey.", label: "Surveys" },
  { value: "announcement.", label: "Messages" },
  { value: "person.", label: "People" },
  { value: "session.", label: "Sessions" },
  { value: "data.", label: "Personal data" },
];
