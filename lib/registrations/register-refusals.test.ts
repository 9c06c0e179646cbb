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
import { decideTogether, maxWaiting } from "./decide-together";
import type { RegistrationRequest } from "./decision";
import { registerInput } from "./input";
import { register } from "./register";

const organizer = await makePerson({ role: "organizer", name: "Olga" });
const eventOf = (given = {}) => makePublishedEvent(organizer, given);

afterEach(() => setClock(null));

function requestOf(eventId: string, mailbox: string, name = mailbox): RegistrationRequest {
  const who = { name, email: `${mailbox}@example.org` };
  const nothingMore = { department: undefined, answers: {}, guests: [], invitation: undefined };
  return { eventId, who, ...nothingMore, isAdded: false, claim: null };
}

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
    const settled = await Promise.allSettled([
      decideTogether(requestOf(event.id, "alone")),
      decideTogether(requestOf(event.id, "good1")),
      decideTogether(requestOf(event.id, "bad", "no\u0000name")),
      decideTogether(requestOf(event.id, "good2")),
      decideTogether(requestOf(other.id, "good2")),
    ]);
    expect(settled.map(({ status }) => status)).toEqual([
      ...["fulfilled", "fulfilled", "rejected", "fulfilled", "fulfilled"],
    ]);
    expect((await tallyOf(event.id)).rows).toEqual({ confirmed: 3, waitlisted: 0 });
    expect(await faultsOf(event.id)).toEqual([]);
  });

  it("answers `unavailable` when an event stays locked", async () => {
    const locked = await eventOf({ capacity: 5 });
    await sql().begin(async (tx) => {
      await tx`select id from events where id = ${locked.id} for update`;
      const refusal = { code: "unavailable", retryAfterSeconds: 3 };
      await expect(registerGuest(locked.id, "blocked")).rejects.toMatchObject(refusal);
    });
    expect(await registerGuest(locked.id, "blocked")).toMatchObject({ outcome: "registered" });
  });

  it("lets those of other events pass while one is locked, who then get their seats in order", async () => {
    const [locked, free] = [await eventOf({ capacity: 2 }), await eventOf()];
    const blocked = await sql().begin(async (tx) => {
      await tx`select id from events where id = ${locked.id} for update`;
      const waiting = ["first", "second", "third"].map((mailbox) => registerGuest(locked.id, mailbox));
      expect(await registerGuest(free.id, "passing")).toMatchObject({ outcome: "registered" });
      waiting.push(registerGuest(locked.id, "fourth"));
      expect(await registerGuest(free.id, "passing.too")).toMatchObject({ outcome: "registered" });
      return { waiting };
    });
    const places = (await Promise.all(blocked.waiting)).map(standingOf);
    expect(places.map(({ status, waitlistPosition }) => [status, waitlistPosition])).toEqual([
      ...[
        ["confirmed", null],
        ["confirmed", null],
        ["waitlisted", 1],
        ["waitlisted", 2],
      ],
    ]);
    expect(await faultsOf(locked.id)).toEqual([]);
  });

  it("turns away whoever comes when thousands wait, at once, and forgets nobody of those", {
    timeout: 60_000,
  }, async () => {
    const { id: eventId } = await eventOf({ capacity: 10 });
    const waiting = await sql().begin(async (tx) => {
      await tx`select id from events where id = ${eventId} for update`;
      const lead = decideTogether(requestOf(eventId, "lead"));
      // The first waits for the lock in a group under way, and the line is counted without it.
      const line = Array.from({ length: maxWaiting + 1 }, () => decideTogether(requestOf(eventId, "same")));
      const refused = await Promise.race(
        line.map((one) =>
          one.then(
            () => null,
            (error: unknown) => error,
          ),
        ),
      );
      expect(refused).toMatchObject({ code: "unavailable", retryAfterSeconds: 3 });
      return { settled: Promise.allSettled([lead, ...line]) };
    });
    const settled = await waiting.settled;
    expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect((await tallyOf(eventId)).rows).toEqual({ confirmed: 2, waitlisted: 0 });
  });
});
