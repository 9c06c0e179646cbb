import { expect, it } from "vitest";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { faultsOf, tallyOf } from "@/lib/testing/registrations";
import { POST } from "./route";

const organizer = await makePerson({ role: "organizer" });
const guestsOf = (count: number) => Array.from({ length: count }, (_, nth) => ({ name: `Guest ${nth}` }));

async function post(client: string, body: object): Promise<number> {
  const headers = { "content-type": "application/json", "x-turnout-client": client };
  const request = new Request("http://localhost:3000/api/registrations", {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  return (await POST(request)).status;
}

const countOf = (statuses: number[], status: number) => statuses.filter((one) => one === status).length;

it("500 strangers behind one address register at once, and nobody is refused", { timeout: 60_000 }, async () => {
  const { id: eventId } = await makePublishedEvent(organizer, { capacity: 600 });
  const posts = Array.from({ length: 500 }, (_, nth) =>
    post("203.0.113.40", { eventId, name: "Colleague", email: `c${nth}@office.example` }),
  );
  expect(countOf(await Promise.all(posts), 201)).toBe(500);
  expect(await faultsOf(eventId)).toEqual([]);
});

it("parties of one network take a hundred seats with their guests, not five hundred, and leave others alone", async () => {
  const { id: eventId } = await makePublishedEvent(organizer, { capacity: 500, guestsPerPerson: 10 });
  const posts = Array.from({ length: 60 }, (_, nth) =>
    post("203.0.113.41", { eventId, name: "Flood", email: `a+${nth}@example.org`, guests: guestsOf(10) }),
  );
  const statuses = await Promise.all(posts);
  expect([countOf(statuses, 201), countOf(statuses, 429)]).toEqual([10, 50]);
  expect((await tallyOf(eventId)).rows.confirmed).toBe(110);
  expect(await post("203.0.113.41", { eventId, name: "Honest", email: "honest@neighbour.example" })).toBe(201);
  expect(
    await post("203.0.113.42", { eventId, name: "Pat", email: "pat@elsewhere.example", guests: guestsOf(10) }),
  ).toBe(201);
});
