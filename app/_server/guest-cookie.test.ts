import { describe, expect, it } from "vitest";
import { anonymous } from "@/lib/access/actor";
import { attendeeTokenOf } from "@/lib/access/attendee-token";
import { newId } from "@/lib/platform/id";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { registerGuest } from "@/lib/testing/registrations";
import { readGuestTokens, setGuestCookie, withGuestRegistration } from "./guest-cookie";

const { id: eventId } = await makePublishedEvent(await makePerson({ role: "organizer" }));
const tokens = Array.from({ length: 12 }, () =>
  attendeeTokenOf({ eventId, registrationId: newId(), ticketId: newId() }),
);

describe("the tokens of the cookie", () => {
  it("are at most ten, and nonsense is ignored", () => {
    expect(readGuestTokens(undefined)).toEqual([]);
    expect(readGuestTokens(tokens.join("."))).toEqual(tokens.slice(0, 10));
    expect(readGuestTokens(`..x.${tokens[0]}.%00.${tokens[1]}<`)).toEqual([tokens[0]]);
    expect(readGuestTokens(".".repeat(100_000))).toEqual([]);
  });

  it("begin with the registration just made, each registration once, the oldest leaving", async () => {
    const outcome = await registerGuest(eventId, "remembered");
    if (outcome.outcome !== "registered") throw new Error("not registered");
    const token = outcome.registration.pageUrl.split("/").at(-1);
    const value = withGuestRegistration(tokens.join("."), anonymous, outcome) ?? "";
    expect(value.split(".")).toEqual([token, ...tokens.slice(0, 9)]);
    expect(withGuestRegistration(value, anonymous, outcome)).toBe(value);
    expect(setGuestCookie(value)).toBe(`turnout-guest=${value}; Path=/; Max-Age=15552000; HttpOnly; SameSite=Lax`);
  });

  it("are not changed by a signed-in person, nor by a guest who is told nothing", async () => {
    const registered = await registerGuest(eventId, "first");
    expect(withGuestRegistration(undefined, await makePerson(), registered)).toBeNull();
    expect(withGuestRegistration(undefined, anonymous, await registerGuest(eventId, "first"))).toBeNull();
  });
});
