import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { announcements } from "@/db/schema/announcements";
import { mailOptOuts, undeliverableAddresses } from "@/db/schema/mail";
import { outbox } from "@/db/schema/outbox";
import { registrations } from "@/db/schema/registrations";
import type { Person } from "@/lib/access/actor";
import { type OrganizerScope, requireOrganizer } from "@/lib/access/scopes";
import { cancelEvent } from "@/lib/events/cancel-event";
import type { EventDetail } from "@/lib/events/queries";
import { now, setClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { stageTickets } from "@/lib/testing/stage-door";
import { readOutbox, stageReader } from "@/lib/testing/stage-messages";
import { startMail } from "@/lib/testing/start-mail";
import { countAudiences } from "./count-audiences";
import { createAnnouncement } from "./create-announcement";
import { enqueueAnnouncements } from "./enqueue-announcements";
import { createAnnouncementInput, listAnnouncementsInput } from "./input";
import { listAnnouncements } from "./list-announcements";
import { previewAnnouncement } from "./preview-announcement";
import { recallAnnouncement } from "./recall-announcement";
import { sendTestAnnouncement } from "./send-test-announcement";

const secondMs = 1_000;
const dayMs = 86_400_000;
let mail: Awaited<ReturnType<typeof startMail>>;
let organizer: Person;
let event: EventDetail;
let scope: OrganizerScope;

beforeAll(async () => {
  mail = await startMail();
  organizer = await makePerson({ role: "organizer", name: "Mira Okafor" });
});
beforeEach(async () => {
  await db().delete(outbox);
  event = await makePublishedEvent(organizer, { capacity: 50 });
  scope = await requireOrganizer(organizer, event.id);
});
afterEach(() => setClock(null));
afterAll(() => mail.stop());

const announce = (given: Record<string, unknown> = {}, as = scope) =>
  createAnnouncement(
    as,
    createAnnouncementInput.parse({
      ...{ id: newId(), subject: "Another room", body: "We moved to **Hall 9**.", audience: "confirmed" },
      ...given,
    }),
  );
const waitMs = (ms: number) => setClock(new Date(now().getTime() + ms));
const states = async (as = scope) =>
  (await listAnnouncements(as, listAnnouncementsInput.parse({}))).items.map(({ state }) => state);

/** Somebody with a seat, somebody at the door, and somebody in the line. */
async function stageAudience() {
  const coming = await stageReader(event.id, { department: "Design" });
  const here = await stageReader(event.id, { department: "Sales", checkedInAt: now() });
  const waiting = await stageReader(event.id, { status: "waitlisted", waitlistOrder: 1, department: "Design" });
  const gone = await stageReader(event.id, { status: "cancelled" });
  return { coming, here, waiting, gone };
}

async function toldNow(): Promise<(string | null)[]> {
  return (await readOutbox()).map(({ registrationId }) => registrationId);
}

describe("an announcement", () => {
  test("leaves ten seconds after it was sent, to each person once, however many workers look", async () => {
    const tickets = await stageTickets(event.id, 40);
    await announce();
    expect(await enqueueAnnouncements()).toBe(0);
    expect(await states()).toEqual(["waiting"]);
    waitMs(10 * secondMs);
    const counts = await Promise.all(Array.from({ length: 8 }, () => enqueueAnnouncements()));
    expect(counts.reduce((sum, count) => sum + count)).toBe(40);
    expect((await toldNow()).sort()).toEqual(tickets.map(({ registrationId }) => registrationId).sort());
    expect(await states()).toEqual(["sent"]);
  });

  test.each([
    ["confirmed", null, ["coming", "here"]],
    ["checked_in", null, ["here"]],
    ["not_checked_in", null, ["coming"]],
    ["waitlisted", null, ["waiting"]],
    ["confirmed", "Sales", ["here"]],
    ["waitlisted", "Design", ["waiting"]],
  ] as const)("to %s of %s reaches exactly those", async (audience, department, names) => {
    const people = await stageAudience();
    await announce({ audience, department });
    waitMs(10 * secondMs);
    await enqueueAnnouncements();
    const expected = names.map((name) => people[name].registrationId);
    expect((await toldNow()).sort()).toEqual(expected.sort());
    const { everyone, departments } = await countAudiences(scope);
    const counts = department ? departments.find((row) => row.department === department)?.counts : everyone;
    expect(counts?.[audience]).toBe(names.length);
  });

  test("goes to whoever is in its audience when it leaves, not when it was written", async () => {
    const early = await stageReader(event.id);
    await announce({ sendAt: new Date(now().getTime() + dayMs).toISOString() });
    expect(await states()).toEqual(["scheduled"]);
    const late = await stageReader(event.id);
    await db().update(registrations).set({ status: "cancelled" }).where(eq(registrations.id, early.registrationId));
    waitMs(dayMs);
    expect(await enqueueAnnouncements()).toBe(1);
    expect(await toldNow()).toEqual([late.registrationId]);
  });

  test("leaves out those who want none and those whose address takes none", async () => {
    const { coming, here, waiting } = await stageAudience();
    const [row] = await db().select().from(registrations).where(eq(registrations.id, coming.registrationId));
    await db()
      .insert(mailOptOuts)
      .values({ userId: row?.userId ?? "", topic: "announcements", at: now() });
    await db().insert(undeliverableAddresses).values({ email: waiting.email, fault: "bounced", at: now() });
    expect(await countAudiences(scope)).toMatchObject({ everyone: { confirmed: 1, waitlisted: 0 }, unreachable: 2 });
    await announce();
    waitMs(10 * secondMs);
    await enqueueAnnouncements();
    expect(await toldNow()).toEqual([here.registrationId]);
  });

  test("sent twice by one form is one; with other words, or to nobody, or at a time that is past it is refused", async () => {
    await expect(announce()).rejects.toMatchObject({ code: "invalid_input", errors: [{ path: "audience" }] });
    await stageAudience();
    const id = newId();
    const [first, second] = await Promise.all([announce({ id }), announce({ id })]);
    expect(second).toEqual(first);
    await expect(announce({ id, body: "Other words." })).rejects.toMatchObject({ code: "conflict" });
    expect(await states()).toHaveLength(1);
    const sendAt = new Date(now().getTime() - secondMs).toISOString();
    await expect(announce({ sendAt })).rejects.toMatchObject({ errors: [{ path: "sendAt" }] });
  });

  test("reads as it was written, with nothing in it that runs, and a plain-text twin", async () => {
    const { coming, waiting } = await stageAudience();
    const body = "# Read this\n\nWe moved to **Hall 9**: [map](https://example.org/map).\n\n<script>alert(1)</script>";
    await announce({ subject: "Another <b>room</b>", body });
    await announce({ audience: "waitlisted", body });
    waitMs(10 * secondMs);
    await enqueueAnnouncements();
    await mail.sendDue();
    const [received] = await mail.readMails(coming.email);
    expect(received?.kind).toBe("announcement");
    expect(received?.email.subject).toBe("Another <b>room</b>");
    expect(received?.email.html).toContain("<strong>Hall 9</strong>");
    expect(received?.email.html).toContain("Another &lt;b&gt;room&lt;/b&gt;");
    expect(received?.email.html).toContain("&lt;script&gt;");
    expect(received?.email.html).not.toContain("<script");
    expect(received?.email.html).toContain('href="https://example.org/map"');
    expect(received?.email.text).toContain("Read this\n\nWe moved to Hall 9: map https://example.org/map.");
    expect(received?.email.text).toMatch(/Open my ticket http:\/\/localhost:3000\/tickets\/[\w-]{64}/);
    expect((await mail.readMails(waiting.email))[0]?.email.text).toContain("See my place in line http");
  });

  test("tells its organizer how many were sent", async () => {
    await stageTickets(event.id, 3);
    const gone = await stageReader(event.id);
    await announce();
    waitMs(10 * secondMs);
    await enqueueAnnouncements();
    await db().update(registrations).set({ status: "cancelled" }).where(eq(registrations.id, gone.registrationId));
    const tally = async () => (await listAnnouncements(scope, listAnnouncementsInput.parse({}))).items[0]?.tally;
    expect(await tally()).toEqual({ written: 4, sent: 0, underWay: 4, skipped: 0, dead: 0 });
    await mail.sendDue();
    expect(await tally()).toEqual({ written: 4, sent: 3, underWay: 0, skipped: 1, dead: 0 });
  });
});

describe("recalling", () => {
  test("an announcement in its ten seconds, or before its time, means that nobody gets it", async () => {
    await stageAudience();
    const { id } = await announce();
    const later = await announce({ sendAt: new Date(now().getTime() + dayMs).toISOString() });
    for (const one of [{ id }, { id }, later]) await recallAnnouncement(scope, one);
    waitMs(2 * dayMs);
    expect(await enqueueAnnouncements()).toBe(0);
    expect(await states()).toEqual(["recalled", "recalled"]);
    expect(await readOutbox()).toEqual([]);
  });

  test("races with leaving: it is recalled and reaches nobody, or is refused and reaches everybody", async () => {
    await stageTickets(event.id, 5);
    for (let round = 0; round < 20; round++) {
      await db().delete(outbox);
      const { id } = await announce();
      waitMs(10 * secondMs);
      const recall = () =>
        recallAnnouncement(scope, { id }).then(
          () => "recalled",
          () => "refused",
        );
      const [first, second] = round % 2 ? [recall, enqueueAnnouncements] : [enqueueAnnouncements, recall];
      const answers = await Promise.all([first(), second()]);
      const isRecalled = answers.includes("recalled");
      expect(await readOutbox()).toHaveLength(isRecalled ? 0 : 5);
    }
  });

  test("is refused once it has left", async () => {
    await stageAudience();
    const { id } = await announce();
    waitMs(10 * secondMs);
    await enqueueAnnouncements();
    await expect(recallAnnouncement(scope, { id })).rejects.toMatchObject({ code: "conflict" });
  });

  test("happens by itself when the event is cancelled; what is written afterwards still leaves", async () => {
    const { coming, waiting } = await stageAudience();
    await announce({ sendAt: new Date(now().getTime() + dayMs).toISOString() });
    await cancelEvent(scope, {});
    await announce({ subject: "Your money comes back" });
    expect(await states()).toEqual(["waiting", "recalled"]);
    waitMs(2 * dayMs);
    expect(await enqueueAnnouncements()).toBe(2);
    await mail.sendDue();
    expect((await mail.readMails(coming.email)).map(({ email }) => email.subject)).toContain("Your money comes back");
    expect((await mail.readMails(waiting.email)).map(({ kind }) => kind)).toEqual(["event_cancelled"]);
  });
});

describe("before it leaves", () => {
  test("a test goes to its author alone, at once, and is no announcement", async () => {
    await stageAudience();
    await sendTestAnnouncement(scope, { subject: "Another room", body: "We moved." });
    expect(await mail.sendDue()).toBe(1);
    const [received] = await mail.readMails(organizer.email);
    expect(received?.email.subject).toBe("Another room");
    expect(received?.email.text).toContain(`See the event http://localhost:3000/events/${event.slug}`);
    expect(await states()).toEqual([]);
    expect(await enqueueAnnouncements()).toBe(0);
  });

  test("the preview is the mail", async () => {
    const content = { subject: "Another room", body: "We *moved*." };
    const preview = await previewAnnouncement(scope, content);
    await sendTestAnnouncement(scope, content);
    await mail.sendDue();
    const received = (await mail.readMails(organizer.email)).at(-1);
    expect(preview.subject).toBe(received?.email.subject);
    expect(received?.email.html?.trim()).toBe(preview.html.trim());
  });
});

test("another event's organizer sees no announcement and recalls none", async () => {
  await stageAudience();
  const { id } = await announce();
  const stranger = await makePerson({ role: "organizer" });
  await expect(requireOrganizer(stranger, event.id)).rejects.toMatchObject({ code: "not_found" });
  const own = await makePublishedEvent(stranger);
  const theirs = await requireOrganizer(stranger, own.id);
  expect(await states(theirs)).toEqual([]);
  await expect(recallAnnouncement(theirs, { id })).rejects.toMatchObject({ code: "not_found" });
  const [row] = await db().select().from(announcements).where(eq(announcements.id, id));
  expect(row?.recalledAt).toBeNull();
});
