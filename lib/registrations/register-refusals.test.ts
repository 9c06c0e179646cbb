import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db, sql } from "@/db/client";
import { events } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import { setClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { makeDraft, makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { faultsOf, registerGuest, standingOf, tallyOf } from "@/lib/testing/registrations";
import { decideTogether } from "./decide-together";
import { registerInput } from "./input";
import { register } from "./register";

const organizer = await makePerson({ role: "organizer", name: "Olga" });
const eventOf = (given = {}) => makePublishedEvent(organizer, given);

afterEach(() => setClock(null));

async function rowOf(id: string) {
  const [row] = await db().select().from(registrations).where(eq(registrations.id, id));
  return row;
}

describe("when it is not possible", () => {
  it("says why", async () => {
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
    const notOpen = await eventOf({ registrationOpensAt: inAnHour });
    const closed = await eventOf({ registrationClosesAt: anHourAgo });
    const cancelled = await eventOf();
    await db().update(events).set({ status: "cancelled" }).where(eq(events.id, cancelled.id));
    const past = await eventOf();
    await db()
      .update(events)
      .set({ startsAt: new Date(0), endsAt: new Date(1) })
      .where(eq(events.id, past.id));
    const reasons = await Promise.all([notOpen, closed, cancelled, past].map(({ id }) => registerGuest(id, "keen")));
    expect(reasons).toEqual(
      ["not_open", "closed", "cancelled", "past"].map((reason) => ({ outcome: "registration_closed", reason })),
    );
    setClock(new Date(Date.now() + 2 * 3_600_000));
    expect(await registerGuest(notOpen.id, "keen")).toMatchObject({ outcome: "registered" });
  });

  it("hides drafts and unknown events from strangers", async () => {
    const draft = await makeDraft(organizer);
    const stranger = await makePerson({ role: "organizer" });
    for (const [actor, eventId] of [
      [stranger, draft.id],
      [stranger, newId()],
    ] as const)
      await expect(register(actor, registerInput.parse({ eventId }))).rejects.toMatchObject({ code: "not_found" });
    await expect(registerGuest(draft.id, "curious")).rejects.toMatchObject({ code: "not_found" });
    expect(await register(organizer, registerInput.parse({ eventId: draft.id }))).toEqual({
      ...{ outcome: "registration_closed", reason: "draft" },
    });
  });

  it("checks the answers to the event's questions", async () => {
    const { id: eventId } = await eventOf({
      questions: [
        { id: "diet", label: "Diet", kind: "choice", required: true, options: ["All", "Vegan"] },
        { id: "skill", label: "Skill", kind: "rating" },
        { id: "note", label: "Note", kind: "text" },
      ],
    });
    await expect(registerGuest(eventId, "asked", { "answers.skill": "9" })).rejects.toMatchObject({
      code: "invalid_input",
      errors: [{ path: "answers.diet" }, { path: "answers.skill" }],
    });
    const answers = { "answers.diet": "Vegan", "answers.skill": "4", "answers.note": " ", "answers.gone": "x" };
    const { id } = standingOf(await registerGuest(eventId, "asked", answers));
    expect((await rowOf(id))?.answers).toEqual({ diet: "Vegan", skill: 4 });
  });

  it("fails a bad row alone", async () => {
    const [event, other] = [await eventOf({ capacity: 10 }), await eventOf()];
    const given = {
      department: undefined,
      answers: {},
      guests: [],
      invitation: undefined,
      isAdded: false,
      claim: null,
    };
    const request = { eventId: event.id, ...given };
    const guest = (mailbox: string, name = mailbox) => ({ who: { name, email: `${mailbox}@example.org` } });
    const settled = await Promise.allSettled([
      decideTogether({ ...request, ...guest("alone") }),
      decideTogether({ ...request, ...guest("good1") }),
      decideTogether({ ...request, ...guest("bad", "no\u0000name") }),
      decideTogether({ ...request, ...guest("good2") }),
      decideTogether({ ...request, ...guest("good2"), eventId: other.id }),
    ]);
    expect(settled.map(({ status }) => status)).toEqual([
      ...["fulfilled", "fulfilled", "rejected", "fulfilled", "fulfilled"],
    ]);
    expect((await tallyOf(event.id)).rows).toEqual({ confirmed: 3, waitlisted: 0 });
    expect(await faultsOf(event.id)).toEqual([]);
  });

  it("answers `unavailable` when an event stays locked; those of other events in its group get their seats", async () => {
    const [locked, free] = [await eventOf({ capacity: 5 }), await eventOf()];
    await sql().begin(async (tx) => {
      await tx`select id from events where id = ${locked.id} for update`;
      const first = registerGuest(free.id, "first");
      const grouped = Promise.allSettled([registerGuest(locked.id, "blocked"), registerGuest(free.id, "passing")]);
      expect(await first).toMatchObject({ outcome: "registered" });
      const refusal = { status: "rejected", reason: { code: "unavailable", retryAfterSeconds: 3 } };
      expect(await grouped).toMatchObject([refusal, { status: "fulfilled", value: { outcome: "registered" } }]);
    });
    expect(await registerGuest(locked.id, "blocked")).toMatchObject({ outcome: "registered" });
  });
});
