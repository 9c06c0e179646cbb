import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { users } from "@/db/schema/users";
import { requireAdmin } from "@/lib/access/scopes";
import { newId } from "@/lib/platform/id";
import { makePerson } from "@/lib/testing/make-person";
import { importPeople } from "./import-people";

const admin = requireAdmin(await makePerson({ role: "admin", name: "Robin" }));
const run = (list: string, more = {}) => importPeople(admin, { list, isPreview: false, isInviting: false, ...more });
const find = async (email: string) => (await db().select().from(users).where(eq(users.email, email)))[0];

test("a list adds people and gives known ones department and role; a preview only counts", async () => {
  const [fresh, known] = [`${newId()}@example.org`, await makePerson({ name: "Known", department: "Old" })];
  const list = `\uFEFFEmail;Role;Full name;Department\r\n${fresh.toUpperCase()};Administrator;Ada, Countess;R&D\r\n${known.email};organizer;Other Name;\r\n`;
  const counts = { added: 1, changed: 1, unchanged: 0 };
  expect(await run(list, { isPreview: true })).toEqual({ ...counts, isPreview: true });
  expect(await find(fresh)).toBeUndefined();
  expect(await run(list)).toEqual({ ...counts, isPreview: false });
  expect(await find(fresh)).toMatchObject({
    name: "Ada, Countess",
    role: "admin",
    department: "R&D",
    departmentSource: "import",
  });
  expect(await find(known.email)).toMatchObject({ name: "Known", role: "organizer", department: "Old" });
  expect(await run(list)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
});

test("every faulty line is named, and then nothing is done", async () => {
  const email = `${newId()}@example.org`;
  await expect(run(`Ada,${email},R&D\nBob,nobody\nCy,${email}\nDi,di@example.org,,king`)).rejects.toMatchObject({
    errors: [
      { path: "list", message: expect.stringMatching(/^Line 2: Enter an e-mail/) },
      { path: "list", message: expect.stringMatching(/^Line 3: .*twice/) },
      { path: "list", message: expect.stringMatching(/^Line 4: The role/) },
    ],
  });
  expect(await find(email)).toBeUndefined();
});

test("a list that would take the last administrator away changes nobody", async () => {
  await db().update(users).set({ role: "attendee" }).where(eq(users.role, "admin"));
  await db().update(users).set({ role: "admin" }).where(eq(users.id, admin.userId));
  const email = `${newId()}@example.org`;
  await expect(run(`Ada,${email}\nRobin,${admin.email},,attendee`)).rejects.toMatchObject({ code: "last_admin" });
  expect(await find(email)).toBeUndefined();
});

test("new people alone are invited, where that was asked for", async () => {
  const [fresh, known] = [`${newId()}@example.org`, await makePerson()];
  await run(`A,${fresh}\nB,${known.email},Board`, { isInviting: true });
  const mails = await db().select().from(outbox).where(eq(outbox.kind, "person_invitation"));
  expect(mails.map(({ userId }) => userId)).toEqual([(await find(fresh))?.id]);
});
