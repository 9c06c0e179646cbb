import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import { requireOrganizer, requirePerson } from "@/lib/access/scopes";
import { updateProfile } from "@/lib/access/update-profile";
import { getInvitationUrl, renewInvitation } from "@/lib/events/invitation";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { registerGuest } from "@/lib/testing/registrations";
import { getReaderView } from "./get-reader-view";
import { registerInput } from "./input";
import { register } from "./register";

const organizer = await makePerson({ role: "organizer", name: "Olga" });
const refusal = { code: "not_eligible" };

describe("an event for departments", () => {
  it("takes nobody by the department that they gave themselves", async () => {
    const eligible = { eligibility: "departments", eligibleDepartments: ["Board"] };
    const { id: eventId } = await makePublishedEvent(organizer, eligible);
    const stranger = await makePerson();
    await updateProfile(requirePerson(stranger), { name: "Mallory", department: "Board" });
    const asks = () => register(stranger, registerInput.parse({ eventId, department: "Board" }));
    await expect(asks()).rejects.toMatchObject(refusal);
    const itsReason = async () => await getReaderView(stranger, eventId, { invitation: undefined, guestTokens: [] });
    expect(await itsReason()).toMatchObject({ ineligibleReason: "unknown_department" });
    await db().update(users).set({ departmentSource: "admin" }).where(eq(users.id, stranger.userId));
    expect(await itsReason()).toMatchObject({ ineligibleReason: null });
    expect(await asks()).toMatchObject({ outcome: "registered" });
  });

  it("takes people whose account is of one of them, and not who only says so", async () => {
    const { id: eventId } = await makePublishedEvent(organizer, {
      eligibility: "departments",
      eligibleDepartments: ["Research", "Design"],
    });
    const as = async (department: string | null) =>
      register(await makePerson({ department }), registerInput.parse({ eventId, department: "Research" }));
    expect(await as("Design")).toMatchObject({ outcome: "registered" });
    await expect(as("Sales")).rejects.toMatchObject(refusal);
    await expect(as(null)).rejects.toMatchObject(refusal);
    await expect(registerGuest(eventId, "guest", { department: "Research" })).rejects.toMatchObject(refusal);
  });

  it("must name one", async () => {
    await expect(makePublishedEvent(organizer, { eligibility: "departments" })).rejects.toMatchObject({
      code: "invalid_input",
      errors: [{ path: "eligibleDepartments" }],
    });
  });
});

describe("an event by invitation", () => {
  it("takes whoever has the link of this very event, until it is renewed", async () => {
    const linkOf = async () => {
      const { id: eventId } = await makePublishedEvent(organizer, { eligibility: "invitation" });
      const scope = await requireOrganizer(organizer, eventId);
      const codeNow = async () => new URL(await getInvitationUrl(scope)).searchParams.get("invitation") ?? "";
      return { eventId, scope, codeNow };
    };
    const [event, other] = [await linkOf(), await linkOf()];
    const invitation = await event.codeNow();
    const come = (mailbox: string, code?: string) => registerGuest(event.eventId, mailbox, { invitation: code });
    await expect(come("none")).rejects.toMatchObject(refusal);
    await expect(come("other", await other.codeNow())).rejects.toMatchObject(refusal);
    expect(await come("invited", invitation)).toMatchObject({ outcome: "registered" });
    await renewInvitation(event.scope);
    await expect(come("late", invitation)).rejects.toMatchObject(refusal);
    expect(await come("late", await event.codeNow())).toMatchObject({ outcome: "registered" });
  });
});
