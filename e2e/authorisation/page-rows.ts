import { at, ofEvent, type Row } from "./rows";

const ofGuest =
  (rest = ""): Row["path"] =>
  ({ place }) =>
    `/manage/${place.id}/guests/${place.registrationId}${rest}`;

/** Every page, and every route outside the API. */
export const pageRows: Record<string, Row> = {
  "page /": at("everybody", "/"),
  "page /events": at("everybody", "/events"),
  "page /events/[slug]": { audience: "everybody", path: ({ place }) => place.path },
  "page /registrations": at("people", "/registrations"),
  "page /tickets/[token]": { audience: "everybody", path: ({ place }) => `/tickets/${place.token}` },
  "page /surveys/[token]": { audience: "everybody", path: ({ place }) => `/surveys/${place.token}` },
  // Nobody has written them.
  "page /privacy": at("nobody", "/privacy"),
  "page /imprint": at("nobody", "/imprint"),
  "page /docs/api": at("everybody", "/docs/api"),
  "page /sign-in": at("everybody", "/sign-in"),
  "page /sign-in/link/[token]": at("everybody", "/sign-in/link/x"),
  "page /invitations/[token]": at("everybody", "/invitations/x"),
  "page /set-up/[token]": at("everybody", "/set-up/x"),
  "page /sign-in/passkey": at("people", "/sign-in/passkey"),
  "page /profile": at("people", "/profile"),
  "page /mail": at("everybody", "/mail"),
  "page /mail/[id]": at("nobody", "/mail/00000000-0000-0000-0000-000000000000"),
  "GET /mail/[id]/attachments/[index]": at("nobody", "/mail/00000000-0000-0000-0000-000000000000/attachments/0"),
  "page /messages": at("administratorsOnly", "/messages"),
  "page /mail-preferences/[token]": {
    audience: "everybody",
    path: ({ world }) => `/mail-preferences/${world.mailToken}`,
  },
  "page /door": at("peopleAndPhones", "/door"),
  "page /door/ended": at("everybody", "/door/ended"),
  "page /door/link/[token]": { audience: "everybody", path: ({ world }) => `/door/link/${world.doorLink}` },
  "page /door/[eventId]": ofEvent("door", "/door"),
  "page /door/[eventId]/by-hand": ofEvent("door", "/door", "/by-hand"),
  "page /door/[eventId]/log": ofEvent("door", "/door", "/log"),
  "GET /door/[eventId]/manifest.webmanifest": ofEvent("everybody", "/door", "/manifest.webmanifest"),
  "page /manage": at("people", "/manage"),
  "page /manage/people": at("administrators", "/manage/people"),
  "page /manage/people/invite": at("administrators", "/manage/people/invite"),
  "page /manage/people/[personId]": {
    audience: "administrators",
    path: ({ world }) => `/manage/people/${world.guestId}`,
  },
  "page /manage/departments": at("administrators", "/manage/departments"),
  "page /manage/categories": at("administrators", "/manage/categories"),
  "page /manage/settings": at("administrators", "/manage/settings"),
  "page /manage/events/new": at("authorsOnly", "/manage/events/new"),
  "page /manage/[eventId]": ofEvent("team", "/manage"),
  "page /manage/[eventId]/cancel": ofEvent("team", "/manage", "/cancel"),
  "page /manage/[eventId]/door": ofEvent("team", "/manage", "/door"),
  "page /manage/[eventId]/door/list": ofEvent("team", "/manage", "/door/list"),
  "page /manage/[eventId]/duplicate": ofEvent("team", "/manage", "/duplicate"),
  "page /manage/[eventId]/edit": ofEvent("team", "/manage", "/edit"),
  "page /manage/[eventId]/guests": ofEvent("team", "/manage", "/guests"),
  "page /manage/[eventId]/guests/add": ofEvent("team", "/manage", "/guests/add"),
  "page /manage/[eventId]/guests/[registrationId]": { audience: "team", path: ofGuest() },
  "GET /manage/[eventId]/guests/export": ofEvent("team", "/manage", "/guests/export"),
  "page /manage/[eventId]/messages": ofEvent("team", "/manage", "/messages"),
  "page /manage/[eventId]/survey": ofEvent("team", "/manage", "/survey"),
  "page /manage/[eventId]/survey/edit": ofEvent("team", "/manage", "/survey/edit"),
  "page /manage/[eventId]/team": ofEvent("team", "/manage", "/team"),
  "GET /covers/[category]/[slug]": { audience: "everybody", path: ({ place }) => `/covers/other/${place.slug}` },
  "GET /pictures/[id]": at("nobody", `/pictures/${"0".repeat(64)}`),
  "GET /security.txt": at("nobody", "/.well-known/security.txt"),
};
