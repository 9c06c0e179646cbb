import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { organisation } from "@/db/schema/organisation";
import { accessLinks, sessions, users } from "@/db/schema/users";
import { identityInput } from "@/lib/organisation/input";
import { getOrganisation } from "@/lib/organisation/queries";
import { invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { makePerson } from "@/lib/testing/make-person";
import { accessLinkTokenOf } from "./access-link";
import { disablePerson } from "./disable-person";
import { findAccessLink } from "./find-access-link";
import { findPersonOfSession } from "./find-session";
import { findSetUpLink } from "./find-set-up-link";
import { setUp } from "./set-up";
import { signInWithLink } from "./sign-in-with-link";

const identity = identityInput.parse({ name: "Fjord Institute", timezone: "Europe/Oslo", accentColor: "#0a5c36" });
const administrator = { name: "Ingrid Holm", email: "ingrid@fjord.example" };
const tokenIn = (link: string | null) => link?.split("/").at(-1) ?? "";

async function makeLink(kind: "sign_in" | "invitation", userId: string, lifeMs = 60_000): Promise<string> {
  const id = newId();
  const expiresAt = new Date(now().getTime() + lifeMs);
  await db().insert(accessLinks).values({ id, kind, userId, createdAt: now(), expiresAt });
  return accessLinkTokenOf(kind, id);
}

describe("setting up", () => {
  beforeEach(async () => {
    await db().delete(accessLinks);
    await db().update(users).set({ role: "attendee" });
    await db().update(organisation).set({ name: "", setUpAt: null });
    await invalidateTags(["organisation"]);
  });

  test("on a product without anybody makes its first administrator, signed in at once with a proved address", async () => {
    const token = tokenIn(await findSetUpLink());
    expect(await findAccessLink("set_up", token)).toEqual({ state: "works", person: null });
    const { person } = await setUp(token, { identity, administrator });
    expect(await findPersonOfSession(person.sessionId)).toMatchObject({ ...administrator, role: "admin" });
    const [stored] = await db().select().from(users).where(eq(users.id, person.userId));
    expect(stored?.emailVerifiedAt).not.toBeNull();
    expect(await getOrganisation()).toMatchObject({ name: "Fjord Institute", setUpAt: expect.any(Date) });
    const entries = await db().select().from(auditLog).where(eq(auditLog.actorId, person.userId));
    expect(entries.map(({ action }) => action)).toEqual([
      "organisation.updated",
      "organisation.set_up",
      "session.started",
    ]);
    expect(await findAccessLink("set_up", token)).toEqual({ state: "used" });
    expect(await findSetUpLink()).toBeNull();
  });

  test("by ten presses at once happens once", async () => {
    const token = tokenIn(await findSetUpLink());
    const presses = Array.from({ length: 10 }, (_, index) =>
      setUp(token, { identity, administrator: { name: `Nr ${index}`, email: `nr${index}@fjord.example` } }),
    );
    const outcomes = await Promise.allSettled(presses);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().$count(users, eq(users.role, "admin"))).toBe(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
    }
  });

  test("that is refused leaves the link and the organisation as they were", async () => {
    const token = tokenIn(await findSetUpLink());
    const shut = await makePerson();
    await disablePerson(null, shut);
    const refused = setUp(token, { identity, administrator: { name: "X", email: shut.email } });
    await expect(refused).rejects.toMatchObject({ errors: [{ path: "email" }] });
    expect((await getOrganisation()).name).toBe("");
    expect(await findAccessLink("set_up", token)).toEqual({ state: "works", person: null });
  });

  test.each(["", "x", "A".repeat(43)])("by the forged link %j is refused", async (token) => {
    await expect(setUp(token, { identity, administrator })).rejects.toMatchObject({ code: "conflict" });
    expect(await findAccessLink("set_up", token)).toEqual({ state: "unknown" });
  });
});

describe("a link that lets somebody in", () => {
  test("shows whom, and spends nothing by being looked at", async () => {
    const { userId, email, name } = await makePerson({ role: "organizer" });
    const token = await makeLink("invitation", userId);
    const person = { name, email, role: "organizer", isDisabled: false };
    expect(await findAccessLink("invitation", token)).toEqual({ state: "works", person });
    expect(await findAccessLink("invitation", token)).toEqual({ state: "works", person });
    expect(await findAccessLink("sign_in", token)).toEqual({ state: "unknown" });
  });

  test.each([
    ["an invitation proves the address", "invitation", true],
    ["a link of the operator proves none", "sign_in", false],
  ] as const)("signs in once: %s", async (_what, kind, isProved) => {
    const { userId } = await makePerson();
    await db().update(users).set({ emailVerifiedAt: null }).where(eq(users.id, userId));
    const token = await makeLink(kind, userId);
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => signInWithLink({ kind, token })));
    const opened = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value.person.userId] : []));
    expect(opened).toEqual([userId]);
    expect(await findAccessLink(kind, token)).toEqual({ state: "used" });
    const [stored] = await db().select().from(users).where(eq(users.id, userId));
    expect(stored?.emailVerifiedAt !== null).toBe(isProved);
  });

  test("past its time lets nobody in", async () => {
    const { userId } = await makePerson();
    const token = await makeLink("sign_in", userId, -1);
    expect(await findAccessLink("sign_in", token)).toEqual({ state: "expired" });
    await expect(signInWithLink({ kind: "sign_in", token })).rejects.toMatchObject({ code: "conflict" });
  });

  test("refuses whoever is disabled, and opens no session", async () => {
    const { userId } = await makePerson();
    await db().update(users).set({ disabledAt: now() }).where(eq(users.id, userId));
    const token = await makeLink("sign_in", userId);
    const before = await db().$count(sessions, eq(sessions.userId, userId));
    await expect(signInWithLink({ kind: "sign_in", token })).rejects.toMatchObject({ code: "forbidden" });
    expect(await db().$count(sessions, eq(sessions.userId, userId))).toBe(before);
    expect(await findAccessLink("sign_in", token)).toMatchObject({ state: "works", person: { isDisabled: true } });
  });
});
