import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registrations";
import { requireOrganizer } from "@/lib/access/scopes";
import { updateEventInput } from "@/lib/events/input";
import { getEvent } from "@/lib/events/queries";
import { updateEvent } from "@/lib/events/update-event";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { registerInput } from "./input";
import { register } from "./register";

const wording = "You may take pictures of me.";

async function stageEvent(required: boolean) {
  const organizer = await makePerson({ role: "organizer" });
  const event = await makePublishedEvent(organizer, {
    questions: [{ id: "pictures", label: wording, kind: "consent", required }],
  });
  return { organizer, event };
}

async function answersOf(eventId: string, given: Record<string, unknown>) {
  const outcome = await register(await makePerson(), registerInput.parse({ eventId, ...given }));
  if (outcome.outcome !== "registered") throw new Error(outcome.outcome);
  const [row] = await db().select().from(registrations).where(eq(registrations.id, outcome.registration.id));
  return row?.answers;
}

test.each([{ answers: { pictures: true } }, { "answers.pictures": "yes" }])(
  "a consent is stored in the words that stood there and with its time, also when they change later: %j",
  async (given) => {
    const { organizer, event } = await stageEvent(true);
    const consent = { pictures: { wording, givenAt: expect.stringMatching(/^\d{4}-.*Z$/) } };
    expect(await answersOf(event.id, given)).toEqual(consent);
    const { revision } = await getEvent(organizer, event.id);
    const questions = [{ id: "pictures", label: "You may film me.", kind: "consent", required: true }];
    const scope = await requireOrganizer(organizer, event.id);
    await updateEvent(scope, updateEventInput.parse({ questions, revision }));
    const [row] = await db().select().from(registrations).where(eq(registrations.eventId, event.id));
    expect(row?.answers).toEqual(consent);
  },
);

test.each([{}, { answers: { pictures: false } }, { answers: { pictures: "no" } }])(
  "a consent that is asked for and not given is a fault at its field, and one that need not be is none: %j",
  async (given) => {
    const asked = await stageEvent(true);
    const refused = register(await makePerson(), registerInput.parse({ eventId: asked.event.id, ...given }));
    await expect(refused).rejects.toMatchObject({ errors: [{ path: "answers.pictures" }] });
    const optional = await stageEvent(false);
    expect(await answersOf(optional.event.id, given)).toEqual({});
  },
);
