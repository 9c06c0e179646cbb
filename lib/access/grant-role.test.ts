import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, db } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { accessLinks, users } from "@/db/schema/users";
import { newId } from "@/lib/platform/id";
import { makePerson } from "@/lib/testing/make-person";
import { disablePerson } from "./disable-person";
import { enablePerson } from "./enable-person";
import { findSetUpLink } from "./find-set-up-link";
import { grantRole } from "./grant-role";

afterAll(() => closeDatabase());

// Each test has the installation's administrators to itself.
beforeEach(() => db().update(users).set({ role: "attendee" }).where(eq(users.role, "admin")));

const activeAdmins = () => db().$count(users, and(eq(users.role, "admin"), isNull(users.disabledAt)));

test("a role is given and taken, with an entry in the audit log each time it changes", async () => {
  const { userId } = await makePerson();
  expect(await grantRole(null, { userId, role: "organizer" })).toEqual({ hasChanged: true });
  expect(await grantRole(null, { userId, role: "organizer" })).toEqual({ hasChanged: false });
  await grantRole(null, { userId, role: "attendee" });
  const entries = await db().select().from(auditLog).where(eq(auditLog.subjectId, userId)).orderBy(auditLog.id);
  expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
    ["person.role_changed", { from: "attendee", to: "organizer" }],
    ["person.role_changed", { from: "organizer", to: "attendee" }],
  ]);
  await expect(grantRole(null, { userId: newId(), role: "organizer" })).rejects.toMatchObject({ code: "not_found" });
});

test("the last administrator can be neither demoted nor disabled, also where the others are disabled", async () => {
  const [last, other] = [await makePerson({ role: "admin" }), await makePerson({ role: "admin" })];
  await disablePerson(null, other);
  await expect(grantRole(null, { userId: last.userId, role: "organizer" })).rejects.toMatchObject({
    code: "last_admin",
  });
  await expect(disablePerson(null, last)).rejects.toMatchObject({ code: "last_admin" });
  await grantRole(null, { userId: other.userId, role: "attendee" });
  await enablePerson(null, other);
  await grantRole(null, { userId: other.userId, role: "admin" });
  await grantRole(null, { userId: last.userId, role: "organizer" });
});

test("of many administrators who are taken away at the same time one stays", async () => {
  const admins = await Promise.all(Array.from({ length: 8 }, () => makePerson({ role: "admin" })));
  const outcomes = await Promise.allSettled(
    admins.map(({ userId }, index) =>
      index % 2 === 0 ? disablePerson(null, { userId }) : grantRole(null, { userId, role: "attendee" }),
    ),
  );
  expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
  expect(await activeAdmins()).toBe(1);
});

test("the set-up link is one and the same until an administrator is there, and then worth nothing", async () => {
  const links = await Promise.all(Array.from({ length: 6 }, () => findSetUpLink()));
  expect(new Set(links).size).toBe(1);
  expect(links[0]).toMatch(/^http:\/\/.+\/set-up\/[A-Za-z0-9_-]{43}$/);
  const { userId } = await makePerson();
  await grantRole(null, { userId, role: "admin" });
  expect(await findSetUpLink()).toBeNull();
  expect(await db().$count(accessLinks, eq(accessLinks.kind, "set_up"))).toBe(0);
});
