import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { accessLinks, users } from "@/db/schema/users";
import { accessLinkTokenOf } from "@/lib/access/access-link";
import { requireAdmin } from "@/lib/access/scopes";
import { signInWithLink } from "@/lib/access/sign-in-with-link";
import { newId } from "@/lib/platform/id";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { registerGuest } from "@/lib/testing/registrations";
import { invitePersonInput } from "./input";
import { invitePerson, renewPersonInvitation } from "./invite-person";

const admin = requireAdmin(await makePerson({ role: "admin", name: "Robin" }));
const invite = (given: Record<string, unknown>) => invitePerson(admin, invitePersonInput.parse(given));
const anAddress = () => `${newId()}@example.org`;

async function linkOf(userId: string) {
  const links = await db().select().from(accessLinks).where(eq(accessLinks.userId, userId));
  return links.map(({ id }) => accessLinkTokenOf("invitation", id));
}

async function mailsTo(userId: string) {
  const isOne = and(eq(outbox.userId, userId), eq(outbox.kind, "person_invitation"));
  return (await db().select().from(outbox).where(isOne)).length;
}

test("an invitation lets a new person in once, under the role and department given", async () => {
  const email = anAddress();
  const { outcome, userId } = await invite({ email, name: "Noor", role: "organizer", department: "Board" });
  expect([outcome, await mailsTo(userId)]).toEqual(["invited", 1]);
  const [token = ""] = await linkOf(userId);
  const { person } = await signInWithLink({ kind: "invitation", token });
  expect(person).toMatchObject({ email, name: "Noor", role: "organizer", department: "Board" });
  await expect(signInWithLink({ kind: "invitation", token })).rejects.toMatchObject({ code: "conflict" });
  const [stored] = await db().select().from(users).where(eq(users.id, userId));
  expect(stored).toMatchObject({ departmentSource: "admin", emailVerifiedAt: expect.any(Date) });
});

test("an address that somebody has is told, and nothing is changed or sent; a guest's becomes an account", async () => {
  const known = await makePerson({ name: "Ada", role: "organizer" });
  expect(await invite({ email: known.email.toUpperCase(), role: "attendee" })).toMatchObject({
    outcome: "known",
    userId: known.userId,
    name: "Ada",
  });
  const [stored] = await db().select().from(users).where(eq(users.id, known.userId));
  expect([stored?.role, await mailsTo(known.userId)]).toEqual(["organizer", 0]);
  const { id } = await makePublishedEvent(known);
  const mailbox = newId();
  await registerGuest(id, mailbox);
  expect(await invite({ email: `${mailbox}@example.org`, role: "organizer" })).toMatchObject({ outcome: "invited" });
  expect(await invite({ email: `${mailbox}@example.org`, role: "organizer" })).toMatchObject({ outcome: "known" });
});

test("a new invitation makes the former link worthless, and nobody is flooded", async () => {
  const { userId } = await invite({ email: anAddress() });
  const [former = ""] = await linkOf(userId);
  await renewPersonInvitation(admin, { userId });
  await expect(signInWithLink({ kind: "invitation", token: former })).rejects.toMatchObject({ code: "conflict" });
  const again = Array.from({ length: 20 }, () => renewPersonInvitation(admin, { userId }).catch((error) => error.code));
  expect(await Promise.all(again)).toContain("rate_limited");
  expect(await mailsTo(userId)).toBeLessThan(15);
  const [latest = ""] = await linkOf(userId);
  await signInWithLink({ kind: "invitation", token: latest });
  await expect(renewPersonInvitation(admin, { userId })).rejects.toMatchObject({ code: "conflict" });
});

test("of two who invite one address at once, one does", async () => {
  const email = anAddress();
  const outcomes = await Promise.all([1, 2, 3].map(() => invite({ email, role: "organizer" })));
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["invited", "known", "known"]);
  expect(await mailsTo(outcomes[0]?.userId ?? "")).toBe(1);
});
