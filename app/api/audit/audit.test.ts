import { beforeAll, expect, test } from "vitest";
import type { Handler } from "@/app/_server/answer";
import { auditAnswer, personExportAnswer } from "@/app/api/openapi.json/answers-privacy";
import { requireOrganizer } from "@/lib/access/scopes";
import { publishEvent } from "@/lib/events/publish-event";
import { newId } from "@/lib/platform/id";
import { callRoute } from "@/lib/testing/call-route";
import { makeDraft, makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { stageAttendee } from "@/lib/testing/stage-attendee";
import { GET as exportMe } from "../me/export/route";
import { DELETE as eraseMe } from "../me/route";
import { GET as exportPerson } from "../people/[id]/export/route";
import { DELETE as erasePerson } from "../people/[id]/route";
import { GET } from "./route";

const of =
  (handler: Handler, id: string) =>
  (request: Request): Promise<Response> =>
    handler(request, { params: { id } });

type Caller = Awaited<ReturnType<typeof makePerson>> | null;

const list = async (as: Caller, query = "") => {
  const answer = await callRoute(GET, { as, path: `/api/audit${query}` });
  return { status: answer.status, ...(await answer.json()) };
};

let admin: Awaited<ReturnType<typeof makePerson>>;
let organizer: Awaited<ReturnType<typeof makePerson>>;

beforeAll(async () => {
  admin = await makePerson({ role: "admin" });
  organizer = await makePerson({ role: "organizer" });
});

test("an organizer reads what was done to an event of theirs, an administrator everything, nobody else anything", async () => {
  const draft = await makeDraft(organizer);
  await publishEvent(await requireOrganizer(organizer, draft.id));
  const other = await makePublishedEvent(await makePerson({ role: "organizer" }));
  const ofEvent = await list(organizer, `?eventId=${draft.id}`);
  expect(auditAnswer.strict().parse({ items: ofEvent.items, nextCursor: ofEvent.nextCursor })).toBeTruthy();
  expect(ofEvent.items.map(({ action }: { action: string }) => action)).toEqual(["event.published", "event.created"]);
  expect(ofEvent.items[0].actor).toEqual({ id: organizer.userId, name: organizer.name });
  expect((await list(organizer)).status).toBe(404);
  expect((await list(organizer, `?eventId=${other.id}`)).status).toBe(404);
  expect((await list(await makePerson(), `?eventId=${draft.id}`)).status).toBe(404);
  expect((await list(null)).status).toBe(401);
  const events = new Set((await list(admin, "?limit=100")).items.map(({ eventId }: { eventId: string }) => eventId));
  for (const { id } of [draft, other]) expect(events).toContain(id);
});

test("one's data is one document of the shape that the API declares, and that somebody took it is written down", async () => {
  const person = await makePerson();
  const event = await makePublishedEvent(organizer);
  await stageAttendee(event.id, { userId: person.userId });
  const own = await callRoute(exportMe, { as: person, path: "/api/me/export" });
  expect(own.status).toBe(200);
  const document = personExportAnswer.strict().parse(await own.json());
  expect(document.registrations).toHaveLength(1);
  const path = `/api/people/${person.userId}/export`;
  expect((await callRoute(of(exportPerson, person.userId), { as: admin, path })).status).toBe(200);
  expect((await callRoute(of(exportPerson, person.userId), { as: organizer, path })).status).toBe(404);
  expect((await callRoute(exportMe, { as: null, path: "/api/me/export" })).status).toBe(401);
  const exports = await list(admin, `?personId=${person.userId}&action=data.exported`);
  expect(exports.items.map(({ actor }: { actor: { id: string } }) => actor.id)).toEqual([admin.userId, person.userId]);
});

test("erasing is 202, not for whoever owns events, and an administrator's for others", async () => {
  const person = await makePerson();
  const remove = (as: Caller) =>
    callRoute(of(erasePerson, person.userId), {
      as,
      method: "DELETE",
      path: `/api/people/${person.userId}`,
    });
  expect((await callRoute(eraseMe, { as: await makePerson(), method: "DELETE", path: "/api/me" })).status).toBe(202);
  expect((await callRoute(eraseMe, { as: organizer, method: "DELETE", path: "/api/me" })).status).toBe(409);
  expect((await remove(organizer)).status).toBe(404);
  expect((await remove(admin)).status).toBe(202);
  expect((await list(admin, `?personId=${person.userId}`)).items[0]).toMatchObject({ action: "person.erased" });
  const nobody = newId();
  const unknown = { as: admin, method: "DELETE", path: `/api/people/${nobody}` };
  expect((await callRoute(of(erasePerson, nobody), unknown)).status).toBe(404);
});
