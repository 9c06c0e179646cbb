import { eq, inArray } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, db } from "@/db/client";
import { users } from "@/db/schema/users";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import { makePerson } from "@/lib/testing/make-person";
import { findPersonOfSession } from "./find-session";
import { grantConfiguredAdmins } from "./grant-configured-admins";
import { startSession } from "./sessions";
import { switchDemoAccounts } from "./switch-demo-accounts";

afterAll(() => closeDatabase());

async function isDisabled(userId: string): Promise<boolean> {
  const [row] = await db().select({ at: users.disabledAt }).from(users).where(eq(users.id, userId));
  return row?.at != null;
}

test("turning the demo off shuts its accounts and their sessions and nobody else's; turning it on opens them again", async () => {
  const admin = await makePerson({ email: "admin@demo.test", role: "admin" });
  const shut = await makePerson({ email: "attendee1@demo.test" });
  await db().update(users).set({ disabledAt: now() }).where(eq(users.id, shut.userId));
  const own = await makePerson({ email: "ada@example.org", role: "admin" });

  expect(await switchDemoAccounts(false)).toBe(1);
  expect(await switchDemoAccounts(false)).toBe(0);
  expect(await findPersonOfSession(admin.sessionId)).toBeNull();
  await expect(startSession(admin.userId, { method: "code" })).rejects.toMatchObject({ code: "forbidden" });
  expect(await findPersonOfSession(own.sessionId)).not.toBeNull();

  expect(await switchDemoAccounts(true)).toBe(1);
  expect(await switchDemoAccounts(true)).toBe(0);
  expect(await isDisabled(admin.userId)).toBe(false);
  expect((await startSession(admin.userId, { method: "code" })).person.role).toBe("admin");
  // Shut by an administrator, not by the switch.
  expect(await isDisabled(shut.userId)).toBe(true);
});

test("whoever ADMIN_EMAIL lists is administrator at the next start if known, else from the first sign-in on", async () => {
  const settings = config();
  const known = await makePerson();
  const other = await makePerson();
  const later = `later-${known.userId}@example.org`;
  Object.assign(settings, { ADMIN_EMAIL: [known.email, later] });
  try {
    await grantConfiguredAdmins();
    const roles = await db()
      .select({ id: users.id, role: users.role })
      .from(users)
      .where(inArray(users.id, [known.userId, other.userId]));
    expect(Object.fromEntries(roles.map(({ id, role }) => [id, role]))).toEqual({
      [known.userId]: "admin",
      [other.userId]: "attendee",
    });
    const signIn = async (email?: string) => {
      const { userId } = await makePerson(email === undefined ? {} : { email });
      return (await startSession(userId, { method: "code" })).person.role;
    };
    expect(await signIn(later)).toBe("admin");
    expect(await signIn()).toBe("attendee");
  } finally {
    Object.assign(settings, { ADMIN_EMAIL: [] });
  }
});
