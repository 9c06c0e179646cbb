import { demoPassword } from "../fixtures";
import { type At, at, type Fields, ofEvent, type Row } from "./rows";
import { announceLater, comeWithoutTicket, scanTwice } from "./stage";

type Fill = (at: At) => Fields | Promise<Fields>;

const ofTeam = (rest: string, body: Fill, fresh?: Row["fresh"]): Row =>
  ofEvent("team", "/manage", rest, {
    body: async (at) => ({ eventId: at.place.id, ...(await body(at)) }),
    ...(fresh && { fresh }),
  });
const ofGuest = (more: Record<string, string> = {}, fresh?: Row["fresh"]): Row => ({
  audience: "team",
  path: ({ place }) => `/manage/${place.id}/guests/${place.registrationId}`,
  body: ({ place }) => ({ eventId: place.id, registrationId: place.registrationId, ...more }),
  ...(fresh && { fresh }),
});
const byToken = (body: Record<string, string> = {}, fresh?: Row["fresh"]): Row => ({
  audience: "everybody",
  path: ({ place }) => `/tickets/${place.token}`,
  body: ({ place }) => ({ token: place.token, ...body }),
  ...(fresh && { fresh }),
});
const byMailToken = (body: Record<string, string> = {}): Row => ({
  audience: "everybody",
  path: ({ world }) => `/mail-preferences/${world.mailToken}`,
  body: ({ world }) => ({ token: world.mailToken, ...body }),
});
const inDoor = (page: string, body: Fill): Row =>
  ofEvent("door", "/door", page, { body: async (at) => ({ eventId: at.place.id, ...(await body(at)) }) });

const ofPerson = (more: Record<string, string> = {}): Row => ({
  audience: "administrators",
  path: ({ world }) => `/manage/people/${world.guestId}`,
  body: ({ world }) => ({ userId: world.guestId, ...more }),
});
const ofCategory = (body: Record<string, string>): Row => ({
  ...at("administrators", "/manage/categories"),
  body: () => body,
});

const id = () => crypto.randomUUID();
const address = () => `matrix-${id()}@example.org`;
const noSettings = { privacyNotice: "", imprint: "", registrationMonths: "", auditMonths: "" };
const plan = { title: "Matrix", startsAt: "2099-05-01T10:00", timezone: "Europe/Berlin" };

/** Every server action, by its name. */
export const actionRows: Record<string, Row> = {
  setTheme: { ...at("everybody", "/docs/api"), body: () => ({ theme: "dark" }) },
  signOut: { ...at("everybody", "/docs/api"), endsSession: true },
  registerAction: {
    audience: "everybody",
    path: ({ place }) => place.path,
    body: ({ place }) => ({ eventId: place.id, name: "Matrix", email: address(), formKey: id() }),
  },
  answerAction: {
    audience: "everybody",
    path: ({ place }) => `/surveys/${place.token}`,
    body: ({ place }) => ({ token: place.token, rating: "5" }),
    fresh: "past",
  },
  cancelAction: byToken({}, "event"),
  undoAction: byToken(),
  confirmAction: byToken(),
  transferAction: byToken({ name: "Next", email: "matrix-next@example.org" }, "event"),
  createEventAction: { ...at("authors", "/manage/events/new"), body: () => plan },
  updateEventAction: ofTeam("/edit", () => plan, "event"),
  publishEventAction: ofTeam("", () => ({}), "draft"),
  cancelEventAction: ofTeam("/cancel", () => ({ reason: "" }), "event"),
  duplicateEventAction: ofTeam("/duplicate", () => ({ startsAt: plan.startsAt, timezone: plan.timezone })),
  makeDoorLinkAction: ofTeam("/door", () => ({ gate: "", hours: "0" })),
  revokeDoorLinkAction: ofTeam("/door", () => ({ linkId: id() })),
  revokeDeviceAction: ofTeam("/door", () => ({ deviceId: id() })),
  settleConflictAction: ofTeam("/door", scanTwice, "event"),
  settleWalkInAction: ofTeam("/door", comeWithoutTicket, "event"),
  addMemberAction: ofTeam("/team", () => ({ email: address(), role: "door_staff" })),
  removeMemberAction: ofTeam("/team", () => ({ userId: id() })),
  updateSurveyAction: ofTeam("/survey/edit", () => ({ timezone: "Europe/Berlin" })),
  composeAction: ofTeam("/messages", () => ({
    id: id(),
    intent: "preview",
    subject: "News",
    body: "Text",
    audience: "confirmed",
  })),
  recallAction: ofTeam("/messages", announceLater, "event"),
  reissueAction: ofGuest({}, "event"),
  cancelGuestAction: ofGuest({}, "event"),
  eraseGuestAction: ofGuest({}, "event"),
  approveGuestAction: ofGuest(),
  setDoorNoteAction: ofGuest({ note: "VIP" }),
  renewInvitationAction: ofTeam("/guests", () => ({})),
  addGuestsAction: ofTeam("/guests/add", () => ({ list: `Ada, ${address()}` })),
  undoCheckInAction: inDoor("/log", ({ place }) => ({ registrationId: place.registrationId })),
  checkInByHandAction: inDoor("/by-hand", ({ place }) => ({ scanId: id(), ticket: place.ticket })),
  joinDoorAction: {
    audience: "everybody",
    path: ({ world }) => `/door/link/${world.doorLink}`,
    body: ({ world }) => ({ token: world.doorLink, name: "Matrix" }),
    fresh: "event",
  },
  updateProfileAction: { ...at("people", "/profile"), body: () => ({ name: "Matrix" }) },
  setPasswordAction: {
    ...at("people", "/profile"),
    body: () => ({ newPassword: "a horse of 9431 colours" }),
    inMeans: "proof_required",
  },
  // Nobody here has proved of late who they are.
  eraseSelfAction: { ...at("people", "/profile"), inMeans: "forbidden" },
  removePasswordAction: { ...at("people", "/profile"), inMeans: "proof_required" },
  endSessionAction: { ...at("people", "/profile"), body: () => ({ id: id() }), inMeans: "not_found" },
  sendProofCodeAction: at("people", "/profile/confirm"),
  proveAction: {
    ...at("people", "/profile/confirm"),
    body: () => ({ challengeId: id(), code: "000000" }),
    inMeans: "invalid_input",
  },
  revokeOtherSessionsAction: { ...at("people", "/profile"), asNewcomer: true },
  askForPasskeyAction: at("people", "/profile"),
  askForNewPasskeyAction: { ...at("people", "/profile"), inMeans: "proof_required" },
  confirmWithPasskeyAction: { ...at("people", "/profile"), body: () => ({ answer: "{}" }), inMeans: "invalid_input" },
  addPasskeyAction: { ...at("people", "/profile"), body: () => ({ answer: "{}" }), inMeans: "invalid_input" },
  renamePasskeyAction: { ...at("people", "/profile"), body: () => ({ id: "" }), inMeans: "invalid_input" },
  removePasskeyAction: { ...at("people", "/profile"), body: () => ({ id: "none" }), inMeans: "proof_required" },
  signInAnew: { ...at("everybody", "/sign-in/passkey"), endsSession: true },
  setMailPreferencesAction: { ...at("people", "/profile"), body: () => ({ "topics[]": "reminders" }) },
  requestCodeAction: { ...at("everybody", "/sign-in"), body: () => ({ email: address(), next: "" }), fresh: "event" },
  // A right code needs a mailbox: whoever has none is asked for another one.
  signInWithCodeAction: {
    ...at("everybody", "/sign-in"),
    body: () => ({ challengeId: id(), code: "000000", next: "" }),
    inMeans: "unauthenticated",
  },
  signInWithPasswordAction: {
    ...at("everybody", "/sign-in?step=password"),
    body: ({ world }) => ({
      email: world.emails.attendee,
      password: demoPassword,
      next: "",
    }),
    endsSession: true,
  },
  // A link that works is good once: whoever has none is told that theirs is not.
  setUpAction: {
    ...at("everybody", "/set-up/x"),
    body: () => ({ intent: "test", token: "x", email: address() }),
    inMeans: "conflict",
  },
  signInByLinkAction: { ...at("everybody", "/sign-in/link/x"), body: () => ({ token: "x" }), inMeans: "conflict" },
  acceptInvitationAction: { ...at("everybody", "/invitations/x"), body: () => ({ token: "x" }), inMeans: "conflict" },
  updateSettingsAction: {
    ...at("administrators", "/manage/settings"),
    body: () => ({ name: "Turnout", timezone: "UTC", accentColor: "", ...noSettings }),
  },
  enterDemoAction: { ...at("everybody", "/set-up/x"), body: () => ({ token: "x" }), inMeans: "conflict" },
  // Without the word that its form sends: the others need the demo. The demo is needed by the other
  // tests: the administrator's press is one that is asked for again.
  removeDemoAction: {
    ...at("administrators", "/manage/settings"),
    body: ({ callerName }) => ({ removes: callerName === "admin" ? "" : "demo" }),
    inMeans: "invalid_input",
  },
  sendTestMailAction: at("administrators", "/manage/settings"),
  hideChecklistAction: at("administrators", "/manage"),
  invitePersonAction: {
    ...at("administrators", "/manage/people/invite"),
    body: () => ({ email: address(), role: "attendee" }),
  },
  importPeopleAction: {
    ...at("administrators", "/manage/people/import"),
    body: () => ({ list: `Ada, ${address()}`, intent: "preview" }),
  },
  mergePeopleAction: { ...ofPerson({ intoEmail: "nobody@example.org" }), inMeans: "invalid_input" },
  inviteAgainAction: ofPerson(),
  grantRoleAction: ofPerson({ role: "attendee" }),
  setDepartmentAction: ofPerson({ department: "Matrix" }),
  disablePersonAction: ofPerson(),
  enablePersonAction: ofPerson(),
  endSessionsAction: ofPerson(),
  clearAddressFaultAction: ofPerson(),
  handOverEventsAction: ofPerson({ toEmail: "organizer2@demo.test" }),
  // The last that is done to the guest: the administrator is the last to ask.
  erasePersonAction: ofPerson(),
  addDepartmentsAction: { ...at("administrators", "/manage/departments"), body: () => ({ names: `Matrix ${id()}` }) },
  renameDepartmentAction: { ...at("administrators", "/manage/departments"), body: ({ world }) => world.department },
  mergeDepartmentAction: {
    ...at("administrators", "/manage/departments"),
    body: ({ world }) => ({ id: world.department.id, into: world.department.id }),
    inMeans: "invalid_input",
  },
  removeDepartmentAction: { ...at("administrators", "/manage/departments"), body: ({ world }) => world.department },
  addCategoryAction: { ...at("administrators", "/manage/categories"), body: () => ({ name: `Matrix ${id()}` }) },
  renameCategoryAction: ofCategory({ id: "other", name: "Other" }),
  moveCategoryAction: ofCategory({ id: "talk", by: "up" }),
  mergeCategoryAction: ofCategory({ id: "other", into: "talk" }),
  removeCategoryAction: ofCategory({ id: "other" }),
  resendDeadAction: { ...at("administrators", "/messages"), body: () => ({ id: id() }) },
  setPreferencesAction: byMailToken(),
  unsubscribeAction: byMailToken(),
};
