import { expect, test } from "vitest";
import { issueAccessToken } from "@/lib/access/access-token";
import type { Person } from "@/lib/access/actor";
import { registerInput } from "@/lib/registrations/input";
import { register } from "@/lib/registrations/register";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { GET } from "./route";

async function exportOf(eventId: string, as: Person, query = "") {
  const headers = { authorization: `Bearer ${await issueAccessToken(as)}` };
  return GET(new Request(`http://localhost:3000/manage/${eventId}/guests/export${query}`, { headers }), {
    params: { eventId },
  });
}

async function stage() {
  const organizer = await makePerson({ role: "organizer" });
  const event = await makePublishedEvent(organizer, {
    title: "Über uns",
    questions: [{ id: "diet", label: "Diet, if any", kind: "text" }],
  });
  for (const [name, department, diet] of [
    ["=cmd()", "Sales", "none"],
    ["Zoë", "Research", 'no "nuts"'],
  ]) {
    const person = await makePerson({ name });
    await register(person, registerInput.parse({ eventId: event.id, department, answers: { diet } }));
  }
  return { organizer, event };
}

test("sends exactly the filtered list, as a file that a spreadsheet reads and never runs", async () => {
  const { organizer, event } = await stage();
  const answer = await exportOf(event.id, organizer);
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toMatch(
    /^attachment; filename="uber-uns-guests-\d{4}-\d\d-\d\d\.csv"$/,
  );
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [header, ...lines] = new TextDecoder().decode(bytes).trimEnd().split("\r\n");
  expect(header).toMatch(/^Name,E-mail,.*,Registered \(UTC\),Registered \(Europe\/Berlin\),.*,"Diet, if any"$/);
  expect(lines).toHaveLength(2);
  expect(lines.join("\n")).toContain("'=cmd(),");
  expect(lines.join("\n")).toContain('"no ""nuts"""');
  const filtered = await (await exportOf(event.id, organizer, "?department=Research")).text();
  expect(
    filtered
      .split("\r\n")
      .slice(1, -1)
      .map((line) => line.split(",")[0]),
  ).toEqual(["Zoë"]);
});

test("is nothing to a stranger", async () => {
  const { event } = await stage();
  const answer = await exportOf(event.id, await makePerson({ role: "organizer" }));
  expect(answer.status).toBe(404);
});
