import { describe, expect, it } from "vitest";
import { z } from "zod";
import { POST } from "@/app/api/registrations/route";
import { type Actor, anonymous } from "@/lib/access/actor";
import { newId } from "@/lib/platform/id";
import { registerInput } from "@/lib/registrations/input";
import { type RegisterOutcome, register } from "@/lib/registrations/register";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { tallyOf } from "@/lib/testing/registrations";
import { performFormOnce } from "./idempotency-claim";

const organizer = await makePerson({ role: "organizer" });
const questions = [{ id: "diet", label: "Diet?", kind: "text" as const, required: false }];
const fieldsOf = (eventId: string, email: string) => ({
  eventId,
  name: "Grace",
  email,
  department: "",
  "answers.diet": "None",
  "guests.0": "",
});
type Fields = Record<string, string>;

/** As a page's script posts the form: its fields as JSON, the key in the header. */
async function byScript(formKey: string, fields: Fields, client = "192.0.2.1", origin = "http://localhost:3000") {
  const headers = {
    origin,
    "content-type": "application/json",
    "idempotency-key": formKey,
    "x-turnout-client": client,
  };
  const body = JSON.stringify(fields);
  const answer = await POST(new Request("http://localhost:3000/api/registrations", { method: "POST", headers, body }));
  return { status: answer.status, body: await answer.json() };
}

/** As the server action performs the same form without scripts. */
function byPost(formKey: string, fields: Fields, actor: Actor = anonymous): Promise<RegisterOutcome> {
  const form = z.intersection(registerInput, z.object({ formKey: z.uuid().optional() }));
  const { formKey: key, ...input } = form.parse({ ...fields, formKey });
  const sent = { actor, route: "/api/registrations", formKey: key, body: input };
  return performFormOnce(sent, (claim) => register(actor, input, claim));
}

const jsonOf = (outcome: RegisterOutcome) =>
  JSON.parse(JSON.stringify("registration" in outcome ? outcome.registration : null));

/** As a program that is no page of ours sends it. */
async function byProgram(key: string, fields: Fields, userAgent: string) {
  const headers = { "content-type": "application/json", "idempotency-key": key, "user-agent": userAgent };
  const body = JSON.stringify(fields);
  const request = new Request("http://localhost:3000/api/registrations", { method: "POST", headers, body });
  const answer = await POST(request);
  return { status: answer.status, body: await answer.json() };
}

it("one key from two strangers behind one address gives neither the ticket of the other", async () => {
  const { id: eventId } = await makePublishedEvent(organizer, { questions });
  const ada = fieldsOf(eventId, "ada@behind-one-nat.example");
  const first = await byProgram("1", ada, "ada's program");
  const other = await byProgram("1", fieldsOf(eventId, "bob@behind-one-nat.example"), "bob's program");
  expect([first.status, other.status]).toEqual([201, 201]);
  expect(other.body.id).not.toBe(first.body.id);
  expect(await byProgram("1", ada, "bob's program")).toMatchObject({ status: 200, body: { ticket: null } });
  expect(await byProgram("1", ada, "ada's program")).toEqual(first);
});

describe("a guest's form", () => {
  it("gets its first answer from another network; whoever is no browser here counts by the network", async () => {
    const { id: eventId } = await makePublishedEvent(organizer, { questions });
    const [key, fields] = [newId(), fieldsOf(eventId, "moving@example.org")];
    const first = await byScript(key, fields);
    expect(first.status).toBe(201);
    expect(await byScript(key, fields, "198.51.100.7")).toEqual(first);
    const elsewhere = await byScript(key, fields, "198.51.100.7", "https://elsewhere.example");
    expect(elsewhere).toMatchObject({ status: 200, body: { status: "already_registered" } });
  });

  it("gets its first answer whichever way it was sent first", async () => {
    const { id: eventId } = await makePublishedEvent(organizer, { questions });
    const [key, fields] = [newId(), fieldsOf(eventId, "script-first@example.org")];
    const first = await byScript(key, fields);
    const again = await byPost(key, fields);
    expect([again.outcome, jsonOf(again)]).toEqual(["registered", first.body]);

    const [otherKey, otherFields] = [newId(), fieldsOf(eventId, "post-first@example.org")];
    const posted = await byPost(otherKey, otherFields);
    expect(await byScript(otherKey, otherFields)).toEqual({ status: 201, body: jsonOf(posted) });
    expect((await tallyOf(eventId)).rows.confirmed).toBe(2);
  });

  it("with other words is another request without scripts, and `idempotency_mismatch` for the API", async () => {
    const { id: eventId } = await makePublishedEvent(organizer, { questions });
    const key = newId();
    const one = fieldsOf(eventId, "one@example.org");
    const two = fieldsOf(eventId, "two@example.org");
    await byPost(key, one);
    const second = await byPost(key, two);
    expect(second.outcome).toBe("registered");
    expect(jsonOf(await byPost(key, two))).toEqual(jsonOf(second));
    expect(await byScript(key, two)).toMatchObject({ status: 409, body: { code: "idempotency_mismatch" } });
    expect((await byScript(key, one)).status).toBe(201);
  });
});

it("a signed-in person's form is theirs alone", async () => {
  const { id: eventId } = await makePublishedEvent(organizer);
  const [key, people] = [newId(), [await makePerson(), await makePerson()]];
  const outcomes = await Promise.all(people.map((person) => byPost(key, { eventId }, person)));
  expect(new Set(outcomes.map((outcome) => jsonOf(outcome).id)).size).toBe(2);
});
