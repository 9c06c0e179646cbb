import { expect, test } from "vitest";
import { guestCookie } from "@/app/_server/guest-cookie";
import { sessionCookie } from "@/app/_server/session-cookie";
import { readerCookieFor } from "./reader-cookie";

const session = `${sessionCookie.name}=abc`;
const guest = `${guestCookie.name}=abc`;
const person = "turnout-reader=person";
const attributes = "; Path=/; SameSite=Lax; Max-Age=";

test.each([
  [undefined, null],
  ["theme=dark", null],
  [session, `${person}${attributes}31536000`],
  [`theme=dark; ${guest}`, `turnout-reader=guest${attributes}31536000`],
  [`${guest}; ${session}`, `${person}${attributes}31536000`],
  [`${session}; ${person}`, null],
  [`turnout-reader=guest;${guest}`, null],
  [person, `turnout-reader=${attributes}0`],
  [`turnout-reader=nonsense; ${session}`, `${person}${attributes}31536000`],
  // Another's cookie whose name ends the same, and one without a value, say nothing.
  [`x${session}`, null],
  [`${sessionCookie.name}=; ${guestCookie.name}=`, null],
])("a request with the cookies %s gets the marker %s", (cookies, marker) => {
  expect(readerCookieFor(cookies)).toBe(marker);
});
