import { expect, it } from "vitest";
import { GET as readDashboard } from "@/app/api/dashboard/route";
import { GET as listGuests } from "@/app/api/registrations/route";
import { GET as listComments } from "@/app/api/surveys/comments/route";
import { GET as readSurvey } from "@/app/api/surveys/route";
import { issueAccessToken } from "@/lib/access/access-token";
import { addMember } from "@/lib/access/members";
import { requireOrganizer } from "@/lib/access/scopes";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { registerGuest } from "@/lib/testing/registrations";

it("shows a viewer of the team numbers, people without addresses or answers, and results", async () => {
  const [owner, vera, stranger] = [
    await makePerson({ role: "organizer" }),
    await makePerson({ name: "Vera" }),
    await makePerson({ role: "organizer" }),
  ];
  const { id } = await makePublishedEvent(owner);
  await registerGuest(id, "listed");
  await addMember(await requireOrganizer(owner, id), { email: vera.email, role: "viewer" });
  const ask = async (handler: typeof listGuests, path: string, as: typeof vera) => {
    const headers = { authorization: `Bearer ${await issueAccessToken(as)}` };
    const answer = await handler(new Request(`http://localhost:3000${path}?eventId=${id}`, { headers }));
    return { status: answer.status, body: await answer.json() };
  };
  const guests = await ask(listGuests, "/api/registrations", vera);
  expect(guests.body.items).toMatchObject([{ name: "Guest listed" }]);
  expect(JSON.stringify(guests.body)).not.toContain("listed@example.org");
  expect((await ask(listGuests, "/api/registrations", owner)).body.items).toMatchObject([
    { email: "listed@example.org" },
  ]);
  for (const [handler, path] of [
    [readDashboard, "/api/dashboard"],
    [listComments, "/api/surveys/comments"],
  ] as const)
    expect((await ask(handler, path, vera)).status).toBe(200);
  expect((await ask(readSurvey, "/api/surveys", vera)).body.results).toMatchObject({ responses: 0 });
  expect((await ask(listGuests, "/api/registrations", stranger)).status).toBe(404);
});
