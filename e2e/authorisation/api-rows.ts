import { demoPassword } from "../fixtures";
import { about, at, ofEvent, type Row } from "./rows";

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const now = () => new Date().toISOString();
const id = () => crypto.randomUUID();
const address = () => `matrix-${id()}@example.org`;
const ofRegistration =
  (rest = ""): Row["path"] =>
  ({ place }) =>
    `/api/registrations/${place.registrationId}${rest}`;
const nobody = "00000000-0000-0000-0000-000000000000";

/** Every method of every route of the API. */
export const apiRows: Record<string, Row> = {
  "GET /api/events": at("everybody", "/api/events"),
  "POST /api/events": {
    ...at("authors", "/api/events"),
    body: () => ({ title: "Matrix", startsAt: inHours(5), endsAt: inHours(6), timezone: "Europe/Berlin" }),
  },
  "GET /api/events/[id]": ofEvent("everybody", "/api/events"),
  "GET /api/events/[id] of a draft": ofEvent("members", "/api/events", "", { fresh: "draft" }),
  "PATCH /api/events/[id]": ofEvent("team", "/api/events", "", {
    body: () => ({ summary: "Changed", organizerId: nobody }),
  }),
  "POST /api/events/[id]/publish": ofEvent("team", "/api/events", "/publish", { fresh: "draft", body: () => ({}) }),
  "POST /api/events/[id]/cancel": ofEvent("team", "/api/events", "/cancel", { fresh: "event", body: () => ({}) }),
  "POST /api/events/[id]/duplicate": ofEvent("team", "/api/events", "/duplicate", {
    body: () => ({ startsAt: inHours(9) }),
  }),
  "GET /api/events/[id]/calendar.ics": ofEvent("everybody", "/api/events", "/calendar.ics"),
  "GET /api/registrations": at("people", "/api/registrations"),
  "GET /api/registrations of an event": about("door", "/api/registrations"),
  "POST /api/registrations": {
    ...at("everybody", "/api/registrations"),
    body: ({ place }) => ({ eventId: place.id, name: "Matrix", email: address() }),
  },
  "GET /api/registrations/[id]": { audience: "oneselfOrTeam", path: ofRegistration() },
  "DELETE /api/registrations/[id]": { audience: "oneselfOrTeam", path: ofRegistration(), fresh: "event" },
  "POST /api/registrations/[id]/approve": { audience: "team", path: ofRegistration("/approve"), body: () => ({}) },
  "POST /api/registrations/[id]/confirm": { audience: "oneself", path: ofRegistration("/confirm"), body: () => ({}) },
  "POST /api/registrations/[id]/transfer": {
    audience: "oneself",
    path: ofRegistration("/transfer"),
    body: () => ({ name: "Next", email: address() }),
    fresh: "event",
  },
  "POST /api/checkin": {
    ...at("door", "/api/checkin"),
    body: ({ place }) => ({ eventId: place.id, scans: [{ scanId: id(), ticket: place.ticket, scannedAt: now() }] }),
  },
  "POST /api/checkin/undo": {
    ...at("door", "/api/checkin/undo"),
    body: ({ place }) => ({ eventId: place.id, registrationId: place.registrationId }),
  },
  "POST /api/checkin/walk-ins": {
    ...at("door", "/api/checkin/walk-ins"),
    body: ({ place }) => {
      const walkIn = { walkInId: id(), scanId: id(), name: "Walker", email: address(), scannedAt: now() };
      return { eventId: place.id, walkIns: [walkIn] };
    },
  },
  "POST /api/checkin/devices": { ...at("door", "/api/checkin/devices"), body: ({ place }) => ({ eventId: place.id }) },
  "GET /api/checkin/roster": about("door", "/api/checkin/roster"),
  "GET /api/checkin/log": about("door", "/api/checkin/log"),
  "GET /api/checkin/live": about("door", "/api/checkin/live"),
  "GET /api/surveys": about("everybody", "/api/surveys"),
  "PUT /api/surveys": { ...at("team", "/api/surveys"), body: ({ place }) => ({ eventId: place.id, questions: [] }) },
  "POST /api/surveys": {
    ...at("visitors", "/api/surveys"),
    body: ({ place }) => ({ eventId: place.id, rating: 5 }),
    fresh: "past",
  },
  "GET /api/surveys/comments": about("team", "/api/surveys/comments"),
  "GET /api/surveys/responses": about("team", "/api/surveys/responses"),
  "GET /api/surveys/export": about("team", "/api/surveys/export"),
  "GET /api/audit": at("administrators", "/api/audit"),
  "GET /api/audit of an event": about("team", "/api/audit"),
  "GET /api/dashboard": at("people", "/api/dashboard"),
  "GET /api/dashboard of an event": about("team", "/api/dashboard"),
  "GET /api/dashboard/live": about("team", "/api/dashboard/live"),
  "GET /api/me": at("people", "/api/me"),
  "GET /api/me/export": at("people", "/api/me/export"),
  // Nobody here has proved of late who they are.
  "DELETE /api/me": { ...at("people", "/api/me"), inMeans: "forbidden" },
  "PATCH /api/me": { ...at("people", "/api/me"), body: () => ({ locale: "en" }) },
  "GET /api/me/sessions": at("people", "/api/me/sessions"),
  "DELETE /api/me/sessions/[id]": {
    ...at("people", "/api/me/sessions/00000000-0000-0000-0000-000000000000"),
    inMeans: "not_found",
  },
  "GET /api/me/events/[id]": ofEvent("everybody", "/api/me/events"),
  "GET /api/people": at("administrators", "/api/people"),
  "GET /api/people/[id]/export": {
    audience: "administrators",
    path: ({ world }) => `/api/people/${world.guestId}/export`,
  },
  "DELETE /api/people/[id]": { audience: "administrators", path: ({ world }) => `/api/people/${world.erasableId}` },
  "GET /api/people/[id]": { audience: "administrators", path: ({ world }) => `/api/people/${world.guestId}` },
  "PATCH /api/people/[id]": {
    audience: "administrators",
    path: ({ world }) => `/api/people/${world.guestId}`,
    body: () => ({ department: "Matrix" }),
  },
  "GET /api/categories": at("everybody", "/api/categories"),
  "PUT /api/categories": {
    ...at("administrators", "/api/categories"),
    body: () => ({ items: [{ id: "talk", name: "Talk" }] }),
  },
  "GET /api/departments": at("people", "/api/departments"),
  "PUT /api/departments": {
    ...at("administrators", "/api/departments"),
    body: async ({ world }) => (await world.request.get("/api/departments", { headers: await world.asAdmin() })).json(),
  },
  "GET /api/tickets/[token]": { audience: "everybody", path: ({ place }) => `/api/tickets/${place.token}` },
  "GET /api/mail-preferences/[token]": {
    audience: "everybody",
    path: ({ world }) => `/api/mail-preferences/${world.mailToken}`,
  },
  "POST /api/mail-preferences/[token]": {
    audience: "everybody",
    path: ({ world }) => `/api/mail-preferences/${world.mailToken}`,
    body: () => ({}),
  },
  "POST /api/mail/bounces": { ...at("unset", "/api/mail/bounces"), body: () => ({}) },
  "POST /api/mail/notifications": { ...at("unset", "/api/mail/notifications"), body: () => ({}) },
  "POST /api/auth/codes": { ...at("everybody", "/api/auth/codes"), body: () => ({ email: "matrix@example.org" }) },
  "POST /api/auth/token": {
    ...at("everybody", "/api/auth/token"),
    body: ({ world }) => ({ email: world.emails.attendee, password: demoPassword }),
  },
  "POST /api/auth/refresh": { ...at("everybody", "/api/auth/refresh"), body: ({ world }) => world.signInAgain() },
  "POST /api/auth/refresh of a stranger": {
    ...at("programs", "/api/auth/refresh"),
    body: () => ({ refreshToken: "wrong" }),
  },
  "POST /api/auth/revoke": { ...at("everybody", "/api/auth/revoke"), body: () => ({ refreshToken: "wrong" }) },
  "GET /api/auth/[...nextauth]": at("everybody", "/api/auth/csrf"),
  "POST /api/auth/[...nextauth]": { ...at("everybody", "/api/auth/signout"), body: () => ({}), endsSession: true },
  "GET /api/cron/[task]": at("programs", "/api/cron/reminders"),
  "POST /api/cron/[task] of a scheduler": {
    ...at("everybody", "/api/cron/reminders"),
    headers: () => ({ Authorization: `Bearer ${process.env.CRON_SECRET}` }),
  },
  "POST /api/cron/[task]": { ...at("programs", "/api/cron/reminders"), body: () => ({}) },
  "GET /api/openapi.json": at("everybody", "/api/openapi.json"),
  "GET /api/health/live": at("everybody", "/api/health/live"),
  "GET /api/health/ready": at("everybody", "/api/health/ready"),
  "GET /api/metrics": at("everybody", "/api/metrics"),
};

for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"])
  apiRows[`${method} /api/[[...path]]`] = {
    ...at("nobody", "/api/none"),
    ...(method !== "GET" && { body: () => ({}) }),
  };
