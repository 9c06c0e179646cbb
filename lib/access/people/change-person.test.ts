import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { requireAdmin } from "@/lib/access/scopes";
import { makePerson } from "@/lib/testing/make-person";
import { changePerson } from "./change-person";

const admin = requireAdmin(await makePerson({ role: "admin", name: "Robin" }));

test("each change of a person is in the audit log with who made it, and one that changes nothing is not", async () => {
  const { userId } = await makePerson();
  for (let time = 0; time < 2; time++)
    await changePerson(admin, userId, { role: "organizer", department: "Board", isDisabled: true });
  await changePerson(admin, userId, { department: null, isDisabled: false });
  const entries = await db().select().from(auditLog).where(eq(auditLog.subjectId, userId)).orderBy(asc(auditLog.id));
  expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["person.role_changed", admin.userId],
    ["person.department_changed", admin.userId],
    ["person.disabled", admin.userId],
    ["person.department_changed", admin.userId],
    ["person.enabled", admin.userId],
  ]);
});
