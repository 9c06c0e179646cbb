import { describe, expect, it } from "vitest";
import { issueAccessToken } from "@/lib/access/access-token";
import type { Person } from "@/lib/access/actor";
import { newId } from "@/lib/platform/id";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { registerActor } from "@/lib/testing/registrations";
import { PATCH, GET as readOne } from "./[id]/route";
import { GET } from "./route";

const origin = "http://localhost:3000";
const admin = await makePerson({ role: "admin", name: "Robin" });

async function call(handler: typeof GET, as: Person | null, id = "", body?: unknown) {
  const headers = new Headers({ "content-type": "application/json" });
  if (as) headers.set("authorization", `Bearer ${await issueAccessToken(as)}`);
  const init = { method: body ? "PATCH" : "GET", headers, ...(body ? { body: JSON.stringify(body) } : {}) };
  const url = `${origin}/api/people${id.startsWith("?") ? id : `/${id}`}`;
  const answer = await handler(new Request(url, init), { params: { id } });
  return { status: answer.status, body: await answer.json() };
}

const list = (as: Person | null, query = "") => call(GET, as, `?${query}`);
const change = (id: string, body: unknown, as: Person | null = admin) => call(PATCH, as, id, body);

describe("GET /api/people", () => {
  it("is for administrators alone, and nobody else learns that it is there", async () => {
    for (const as of [await makePerson(), await makePerson({ role: "organizer" })]) {
      expect((await list(as)).status).toBe(404);
      expect((await call(readOne, as, admin.userId)).status).toBe(404);
      expect((await change(admin.userId, { role: "attendee" }, as)).status).toBe(404);
    }
    expect((await list(null)).status).toBe(401);
    expect((await change(admin.userId, { role: "attendee" }, null)).status).toBe(401);
  });

  it("pages through everybody once", async () => {
    const department = `Paged ${newId()}`;
    const people = await Promise.all(Array.from({ length: 7 }, () => makePerson({ department })));
    const seen: string[] = [];
    const search = new URLSearchParams({ department, limit: "3" });
    for (let isMore = true; isMore; ) {
      const { body } = await list(admin, search.toString());
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      isMore = body.nextCursor !== null;
      search.set("cursor", body.nextCursor);
    }
    expect(seen.toSorted()).toEqual(people.map(({ userId }) => userId).toSorted());
    expect((await list(admin, "role=king")).status).toBe(422);
    expect((await list(admin, "cursor=nonsense")).status).toBe(422);
  });
});

describe("PATCH /api/people/{id}", () => {
  it("gives role and department together, and lets the department admit", async () => {
    const person = await makePerson({ name: "Noor" });
    const { id: eventId } = await makePublishedEvent(await makePerson({ role: "organizer" }), {
      eligibility: "departments",
      eligibleDepartments: ["Board"],
    });
    const changed = await change(person.userId, { role: "organizer", department: " Board " });
    expect(changed).toMatchObject({
      status: 200,
      body: { role: "organizer", department: "Board", departmentSource: "admin", isDisabled: false },
    });
    expect(await registerActor(person, eventId)).toMatchObject({ status: "confirmed" });
    expect((await change(person.userId, { department: null })).body).toMatchObject({
      department: null,
      departmentSource: "self",
    });
  });

  it("shuts and opens an account", async () => {
    const person = await makePerson();
    expect((await change(person.userId, { isDisabled: true })).body).toMatchObject({
      isDisabled: true,
      openSessions: 0,
    });
    expect((await change(person.userId, { isDisabled: false })).body).toMatchObject({ isDisabled: false });
  });

  it("refuses what is no role, nobody, and the last administrator, and then changes nothing", async () => {
    expect(await change(admin.userId, { role: "king" })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "role" }] },
    });
    expect((await change(newId(), { role: "organizer" })).status).toBe(404);
    expect((await change("nobody", { role: "organizer" })).status).toBe(404);
    for (const body of [
      { department: "Elsewhere", isDisabled: true },
      { department: "Elsewhere", role: "organizer" },
    ])
      expect(await change(admin.userId, body)).toMatchObject({ status: 409, body: { code: "last_admin" } });
    expect((await call(readOne, admin, admin.userId)).body).toMatchObject({ role: "admin", department: null });
  });
});
