import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { eventMembers } from "@/db/schema/events";
import { outbox } from "@/db/schema/outbox";
import { sessions, users } from "@/db/schema/users";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { makeDraft } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { noCaller } from "./caller";
import { suggestDepartments } from "./departments/suggest-departments";
import { findPersonOfSession } from "./find-session";
import { hasPassword } from "./has-password";
import { listTeamRoles } from "./list-team-roles";
import { proveByCode } from "./prove-by-code";
import { requestSignInCode } from "./request-sign-in-code";
import { revokeOtherSessions } from "./revoke-other-sessions";
import { type PersonScope, requirePerson } from "./scopes";
import { startSession } from "./sessions";
import { removePassword, setPassword } from "./set-password";
import { signInCodeOf } from "./sign-in-codes";
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
  it("is set, changed and removed by whoever has just proved who they are, each time with a mail to the owner", async () => {
    const me = await aPerson();
    expect(await hasPassword(me)).toBe(false);
    await setPassword(me, { newPassword: "correct horse battery" });
    await setPassword(me, { newPassword: "another long one" });
    const { person } = await signInWithPassword({ email: me.email, password: "another long one" });
    expect(person.userId).toBe(me.userId);
    await removePassword(me);
    await removePassword(me);
    expect(await hasPassword(me)).toBe(false);
    const mails = await db().select().from(outbox).where(eq(outbox.userId, me.userId));
    const changes = ["password_set", "password_changed", "password_removed"];
    expect(mails.map(({ kind, notice }) => [kind, notice])).toEqual(
      changes.map((notice) => ["security_notice", notice]),
    );
    const entries = await db().select().from(auditLog).where(eq(auditLog.subjectId, me.userId));
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["password.set", "password.changed", "password.removed"]),
    );
  });

  it("stays as it is in a session that was stolen, opened by password, or proved longer than ten minutes ago", async () => {
    const me = await aPerson();
    await setPassword(me, { newPassword: "correct horse battery" });
    const byPassword = await signInWithPassword({ email: me.email, password: "correct horse battery" });
    const longAgo = { ...me, provedAt: new Date(now().getTime() - 10 * 60_000) };
    for (const scope of [requirePerson(byPassword.person), longAgo, { ...me, provedAt: null }]) {
      await expect(setPassword(scope, { newPassword: "three plain words" })).rejects.toMatchObject({
        code: "proof_required",
      });
      await expect(removePassword(scope)).rejects.toMatchObject({ code: "proof_required" });
    }
    await signInWithPassword({ email: me.email, password: "correct horse battery" });
  });

  it("can be changed after a code to one's own address, and to no other", async () => {
    const [me, other] = [await aPerson(), await aPerson()];
    await db().update(sessions).set({ provedAt: null }).where(eq(sessions.id, me.sessionId));
    const stored = async () => requirePerson((await findPersonOfSession(me.sessionId)) ?? me);
    const codeFor = async (email: string) => {
      const { challengeId } = await requestSignInCode({ email });
      return { challengeId, code: signInCodeOf(challengeId) };
    };
    await expect(proveByCode(me, await codeFor(other.email), noCaller)).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(setPassword(await stored(), { newPassword: "three plain words" })).rejects.toMatchObject({
      code: "proof_required",
    });
    await proveByCode(me, await codeFor(me.email), noCaller);
    await setPassword(await stored(), { newPassword: "three plain words" });
  });

  it("is none that is guessed first", async () => {
    const me = await aPerson();
    for (const newPassword of ["1234567890", "Password123", "adalovelace"])
      await expect(setPassword(me, { newPassword })).rejects.toMatchObject({ errors: [{ path: "newPassword" }] });
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
