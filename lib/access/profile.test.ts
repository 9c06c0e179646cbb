import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { eventMembers } from "@/db/schema/events";
import { users } from "@/db/schema/users";
import { newId } from "@/lib/platform/id";
import { makeDraft } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { suggestDepartments } from "./departments/suggest-departments";
import { findPersonOfSession } from "./find-session";
import { hasPassword } from "./has-password";
import { listTeamRoles } from "./list-team-roles";
import { revokeOtherSessions } from "./revoke-other-sessions";
import { type PersonScope, requirePerson } from "./scopes";
import { startSession } from "./sessions";
import { setPassword } from "./set-password";
import { signInWithPassword } from "./sign-in-with-password";
import { updateProfile } from "./update-profile";

const aPerson = async (): Promise<PersonScope> => requirePerson(await makePerson());

describe("one's profile", () => {
  it("changes name and department of oneself alone", async () => {
    const [me, stranger] = [await aPerson(), await aPerson()];
    await updateProfile(me, { name: "Ada Łovelace", department: "Research" });
    expect(await findPersonOfSession(me.sessionId)).toMatchObject({ name: "Ada Łovelace", department: "Research" });
    expect(await findPersonOfSession(stranger.sessionId)).toMatchObject({ name: stranger.name, department: null });
    await updateProfile(me, { name: "Ada" });
    expect(await findPersonOfSession(me.sessionId)).toMatchObject({ name: "Ada", department: null });
  });

  it("leaves a department alone that the organisation set, and says who can change it", async () => {
    const me = requirePerson(await makePerson({ department: "Research" }));
    await updateProfile(me, { name: "Ada" });
    await updateProfile(me, { name: "Ada L.", department: "Research" });
    expect(await findPersonOfSession(me.sessionId)).toMatchObject({ name: "Ada L.", department: "Research" });
    await expect(updateProfile(me, { name: "Ada", department: "Board" })).rejects.toMatchObject({
      code: "invalid_input",
      errors: [{ path: "department", message: expect.stringContaining("ask an administrator") }],
    });
  });

  it("ends with the account", async () => {
    const me = await aPerson();
    await db().delete(users).where(eq(users.id, me.userId));
    await expect(updateProfile(me, { name: "Nobody" })).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("one's password", () => {
  it("is set once without another, then only with the current one", async () => {
    const me = await aPerson();
    expect(await hasPassword(me)).toBe(false);
    await setPassword(me, { newPassword: "correct horse battery" });
    expect(await hasPassword(me)).toBe(true);
    await expect(setPassword(me, { newPassword: "another long one" })).rejects.toMatchObject({
      errors: [{ path: "currentPassword" }],
    });
    const wrong = { currentPassword: "a wrong guess", newPassword: "another long one" };
    await expect(setPassword(me, wrong)).rejects.toMatchObject({ code: "invalid_input" });
    await setPassword(me, { currentPassword: "correct horse battery", newPassword: "another long one" });
    const { person } = await signInWithPassword({ email: me.email, password: "another long one" });
    expect(person.userId).toBe(me.userId);
  });

  it("signs out the other devices when it changes, not this one", async () => {
    const me = await aPerson();
    const elsewhere = await startSession(me.userId, { method: "code" });
    await setPassword(me, { newPassword: "correct horse battery" });
    expect(await findPersonOfSession(elsewhere.person.sessionId)).toBeNull();
    expect(await findPersonOfSession(me.sessionId)).not.toBeNull();
  });
});

describe("signing out elsewhere", () => {
  it("ends one's own other sessions and nobody else's", async () => {
    const [me, stranger] = [await aPerson(), await aPerson()];
    const elsewhere = await startSession(me.userId, { method: "code" });
    expect(await revokeOtherSessions(me)).toBe(1);
    expect(await revokeOtherSessions(me)).toBe(0);
    expect(await findPersonOfSession(elsewhere.person.sessionId)).toBeNull();
    expect(await findPersonOfSession(stranger.sessionId)).not.toBeNull();
  });
});

describe("the departments that forms suggest", () => {
  it("are shared by three people at least", async () => {
    const shared = `Shared ${newId()}`;
    const own = `Own ${newId()}`;
    for (const department of [shared, shared, shared, own, own]) await makePerson({ department });
    const listed = await suggestDepartments();
    expect(listed).toContain(shared);
    expect(listed).not.toContain(own);
  });
});

describe("what one is in teams", () => {
  it("is each role once, and nothing of other people's", async () => {
    const [owner, helper, stranger] = [await makePerson({ role: "organizer" }), await aPerson(), await aPerson()];
    for (const role of ["door_staff", "door_staff", "organizer"] as const) {
      const { id: eventId } = await makeDraft(owner);
      await db().insert(eventMembers).values({ eventId, userId: helper.userId, role });
    }
    expect((await listTeamRoles(helper)).toSorted()).toEqual(["door_staff", "organizer"]);
    expect(await listTeamRoles(stranger)).toEqual([]);
  });
});
