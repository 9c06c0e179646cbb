import { eq, like } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { outbox } from "@/db/schema/outbox";
import { registrations } from "@/db/schema/registrations";
import { departments, users } from "@/db/schema/users";
import { noCaller } from "@/lib/access/caller";
import { findPersonOfSession } from "@/lib/access/find-session";
import { findSetUpLink } from "@/lib/access/find-set-up-link";
import { requireAdmin } from "@/lib/access/scopes";
import { startSession } from "@/lib/access/sessions";
import { setUp } from "@/lib/access/set-up";
import { identityInput } from "@/lib/organisation/input";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { registerActor } from "@/lib/testing/registrations";
import { enterDemo } from "./enter-demo";
import { hasDemo, removeDemo } from "./remove-demo";

const isDemoPerson = like(users.email, "%@demo.test");
const tokenIn = (link: string | null) => link?.split("/").at(-1) ?? "";

test("the demo is entered by the set-up link, without passwords, and removed with all that is its own", async () => {
  const token = tokenIn(await findSetUpLink());
  const [one, other] = await Promise.allSettled([enterDemo(token, noCaller), enterDemo(token, noCaller)]);
  expect([one.status, other.status].toSorted()).toEqual(["fulfilled", "rejected"]);
  const { person } = await enterDemo(token, noCaller);
  expect(person).toMatchObject({ email: "admin@demo.test", role: "admin" });
  expect(await db().$count(events)).toBeGreaterThan(10);
  const withPassword = await db().select({ hash: users.passwordHash }).from(users).where(isDemoPerson);
  expect(withPassword.filter(({ hash }) => hash !== null)).toEqual([]);

  // The link stays good: whoever has looked around sets their own up.
  const identity = identityInput.parse({ name: "Fjord Institute", timezone: "Europe/Oslo", accentColor: "" });
  const own = await setUp(
    token,
    { identity, administrator: { name: "Ingrid", email: "ingrid@fjord.example" } },
    noCaller,
  );
  const mine = await makePublishedEvent(own.person);
  const [guest, colleague] = await db().select().from(users).where(like(users.email, "attendee%@demo.test")).limit(2);
  if (!guest || !colleague) throw new Error("the demo has no attendees");
  await registerActor((await startSession(guest.id, { method: "code" })).person, mine.id);

  await db().insert(departments).values({ id: newId(), name: "Own team", createdAt: now() });
  const removed = await removeDemo(requireAdmin(own.person));
  expect(removed).toMatchObject({ kept: 1 });
  expect(await db().$count(events)).toBe(1);
  expect(await db().select({ name: departments.name }).from(departments)).toEqual([{ name: "Own team" }]);
  expect(await db().$count(registrations)).toBe(1);
  expect(await db().$count(users, eq(users.id, colleague.id))).toBe(0);
  expect(await db().$count(outbox, eq(outbox.userId, colleague.id))).toBe(0);
  const [kept] = await db().select().from(users).where(isDemoPerson);
  expect(kept).toMatchObject({ id: guest.id, disabledAt: expect.any(Date), role: "attendee" });
  expect(await findPersonOfSession(person.sessionId)).toBeNull();
  expect(await findPersonOfSession(own.person.sessionId)).toMatchObject({ role: "admin" });
  expect(await hasDemo()).toBe(true);
});

test("the demo is not loaded by a forged or used link", async () => {
  await expect(enterDemo("x", noCaller)).rejects.toMatchObject({ code: "conflict" });
});
