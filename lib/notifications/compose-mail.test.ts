import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registrations";
import { signInCodes } from "@/db/schema/users";
import { unsubscribe } from "@/lib/access/mail-preferences";
import { addMember, removeMember } from "@/lib/access/members";
import { requestSignInCode } from "@/lib/access/request-sign-in-code";
import { type OrganizerScope, requireAttendeeByToken, requireMailReader, requireOrganizer } from "@/lib/access/scopes";
import { signInCodeOf } from "@/lib/access/sign-in-codes";
import { cancelEvent } from "@/lib/events/cancel-event";
import { updateEventInput } from "@/lib/events/input";
import type { EventDetail } from "@/lib/events/queries";
import { updateEvent } from "@/lib/events/update-event";
import { now, setClock } from "@/lib/platform/clock";
import { cancelRegistration, cancelRegistrationAsOrganizer } from "@/lib/registrations/cancel-registration";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { calendarIn, codeIn } from "@/lib/testing/read-mail";
import { registerGuest, standingOf } from "@/lib/testing/registrations";
import { enqueue, readOutbox, stageReader } from "@/lib/testing/stage-messages";
import { type ReceivedMail, startMail } from "@/lib/testing/start-mail";
import { isTicketCodeOf, signingPublicKey } from "@/lib/tickets/ticket-code";
import { deliverMessage } from "./deliver-message";
import { leaseMessages } from "./lease-messages";

const title = "Café & <b>Lab</b>, 2nd";
let mail: Awaited<ReturnType<typeof startMail>>;
let organizer: Awaited<ReturnType<typeof makePerson>>;
let event: EventDetail;
let scope: OrganizerScope;

beforeAll(async () => {
  mail = await startMail();
  organizer = await makePerson({ role: "organizer", name: "Mira Okafor" });
});
beforeEach(async () => {
  event = await makePublishedEvent(organizer, { title, venue: "Hall 2", capacity: 50 });
  scope = await requireOrganizer(organizer, event.id);
});
afterEach(() => setClock(null));
afterAll(() => mail.stop());

async function newestMailTo(address: string): Promise<ReceivedMail> {
  await mail.sendDue();
  const newest = (await mail.readMails(address)).at(-1);
  if (!newest) throw new Error(`no mail came to ${address}`);
  return newest;
}

/** Sends what is due and returns why the one message of it was skipped. */
async function skipReason(): Promise<string | null | undefined> {
  const due = (await readOutbox()).find(({ status }) => status === "pending");
  await mail.sendDue();
  const settled = (await readOutbox()).find(({ id }) => id === due?.id);
  expect(settled?.status).toBe("skipped");
  return settled?.lastError;
}

async function register(mailbox: string) {
  const standing = standingOf(await registerGuest(event.id, mailbox));
  const attendee = await requireAttendeeByToken(standing.pageUrl.split("/").at(-1) ?? "");
  return { ...standing, attendee, email: `${mailbox}@example.org` };
}

describe("the mails about one's registration", () => {
  test("confirmed: ticket, links, invitation, plain-text twin and thread", async () => {
    const { id } = standingOf(await registerGuest(event.id, "zoe", { name: "Zoë O’Neil 🎉" }));
    const received = await newestMailTo("zoe@example.org");
    const { email } = received;
    expect(received.kind).toBe("registration_confirmed");
    expect(email.subject).toBe(`You’re in: ${title}`);
    expect(email.from).toEqual({ name: "Mira Okafor via Turnout", address: "no-reply@turnout.local" });
    expect(email.to).toEqual([{ name: "Zoë O’Neil 🎉", address: "zoe@example.org" }]);
    expect(email.replyTo).toEqual([{ name: "Mira Okafor", address: organizer.email }]);
    expect(email.references).toBe(`<registration-${id}@turnout.local>`);
    expect(email.messageId).toBe(`<${(await readOutbox()).at(-1)?.id}@turnout.local>`);

    const token = email.text?.match(/\/tickets\/([\w-]{64})/)?.[1] ?? "";
    expect((await requireAttendeeByToken(token)).registrationId).toBe(id);
    expect(email.html).toContain(`/tickets/${token}"`);
    expect(email.html).toContain("Café &amp; &lt;b&gt;Lab&lt;/b&gt;, 2nd");
    expect(email.html).toContain('src="cid:ticket-qr"');
    expect(email.html).not.toMatch(/<script|src="http|url\(/);
    expect(email.text).toContain(`What: ${title} http://localhost:3000/events/${event.slug}\n`);
    expect(email.text).toContain("\nWhere: Hall 2\nHost: Mira Okafor\n");

    const [row] = await db().select().from(registrations).where(eq(registrations.id, id));
    expect(email.text).toContain(row?.reference);
    expect(
      isTicketCodeOf(codeIn(received) ?? "", { eventId: event.id, ticketId: row?.ticketId ?? "" }, [
        signingPublicKey(),
      ]),
    ).toBe(true);
    expect(calendarIn(received)).toMatchObject({
      ...{ method: "REQUEST", status: "CONFIRMED", uid: `${event.id}@localhost`, sequence: event.revision },
      ...{ summary: title, location: "Hall 2" },
    });
    const calendarPart = email.attachments.find(({ mimeType }) => mimeType === "text/calendar");
    expect(calendarPart?.method).toBe("REQUEST");
  });

  test("waitlisted: the place in the line and no ticket; promoted: the ticket", async () => {
    await updateEvent(scope, updateEventInput.parse({ capacity: 1 }));
    const { attendee } = await register("first");
    await register("second");
    await register("third");
    const waiting = await newestMailTo("third@example.org");
    expect(waiting.email.text).toContain("You are number 2 in line.");
    expect(codeIn(waiting)).toBeUndefined();
    expect(calendarIn(waiting)).toBeNull();

    await cancelRegistration(attendee);
    const promoted = await newestMailTo("second@example.org");
    expect(promoted.kind).toBe("registration_promoted");
    expect(codeIn(promoted)).toHaveLength(110);
    expect(calendarIn(promoted)?.method).toBe("REQUEST");
    expect((await mail.readMails("second@example.org")).map(({ kind }) => kind)).toEqual([
      "registration_waitlisted",
      "registration_promoted",
    ]);
  });

  test("cancelled: by whom, and out of the calendar", async () => {
    const own = await register("own");
    await mail.sendDue();
    await cancelRegistration(own.attendee);
    const received = await newestMailTo(own.email);
    expect(received.email.text).toContain("you cancelled your place");
    expect(calendarIn(received)).toMatchObject({ method: "CANCEL", status: "CANCELLED", uid: `${event.id}@localhost` });

    const other = await register("other");
    await cancelRegistrationAsOrganizer(scope, { registrationId: other.id });
    expect((await newestMailTo(other.email)).email.text).toContain("the organizer cancelled your place");
    expect((await mail.readMails(other.email)).map(({ kind }) => kind)).toEqual([
      "registration_confirmed",
      "registration_cancelled",
    ]);
  });

  test("a guest who asks again gets the ticket again, or the place in the line", async () => {
    await register("again");
    await registerGuest(event.id, "again");
    expect(codeIn(await newestMailTo("again@example.org"))).toHaveLength(110);
    const waiting = await stageReader(event.id, { status: "waitlisted", waitlistOrder: 1 });
    await enqueue("ticket_resent", waiting.about);
    const received = await newestMailTo(waiting.email);
    expect(received.email.subject).toBe(`You’re on the waitlist: ${title}`);
    expect(codeIn(received)).toBeUndefined();
  });
});

describe("the mails about the event", () => {
  test("changed: how it stands now and was before, and the calendar entry replaces itself", async () => {
    const { email } = await register("changed");
    const before = calendarIn(await newestMailTo(email));
    await updateEvent(scope, updateEventInput.parse({ venue: "Hall 9", timezone: "America/New_York" }));
    const received = await newestMailTo(email);
    expect(received.kind).toBe("event_changed");
    expect(received.email.text).toMatch(/Where: Hall 9\nBefore: Hall 2/);
    expect(received.email.text).toMatch(/When: .* E[SD]T\nBefore: .* CES?T/);
    const after = calendarIn(received);
    expect(after).toMatchObject({ method: "REQUEST", uid: before?.uid });
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  });

  test("changed twice before anybody was told: one mail, with the plan that people know; changed back: none", async () => {
    const { email } = await register("twice");
    await mail.sendDue();
    const change = (venue: string) => updateEvent(scope, updateEventInput.parse({ venue }));
    await change("Hall 3");
    await register("between");
    await change("Hall 4");
    const received = await newestMailTo(email);
    expect(received.email.text).toMatch(/Where: Hall 4\nBefore: Hall 2/);
    const kindsOf = async (address: string) => (await mail.readMails(address)).map(({ kind }) => kind);
    expect(await kindsOf(email)).toEqual(["registration_confirmed", "event_changed"]);
    // Whoever registered in between was told of Hall 3 only.
    const [, told] = await mail.readMails("between@example.org");
    expect(told?.email.text).toMatch(/Where: Hall 4\nBefore: Hall 3/);

    await change("Hall 5");
    await change("Hall 4");
    await mail.sendDue();
    expect(await kindsOf(email)).toEqual(["registration_confirmed", "event_changed"]);
    const skipped = (await readOutbox()).filter(({ status }) => status === "skipped");
    expect(skipped.slice(-2)).toMatchObject(Array(2).fill({ lastError: "the event is as it was" }));
  });

  test("changed while a mail about it is under way: another one follows", async () => {
    const { email } = await register("underway");
    await mail.sendDue();
    await updateEvent(scope, updateEventInput.parse({ venue: "Hall 3" }));
    const [leased] = await leaseMessages(1);
    await updateEvent(scope, updateEventInput.parse({ venue: "Hall 4" }));
    if (!leased) throw new Error("nothing was leased");
    await deliverMessage(mail.mailer, leased);
    await mail.sendDue();
    const changes = (await mail.readMails(email)).filter(({ kind }) => kind === "event_changed");
    expect(changes).toHaveLength(2);
    expect(changes.at(-1)?.email.text).toMatch(/Where: Hall 4\nBefore: Hall 3/);
  });

  test("cancelled: the reason, and out of the calendar; changes are not told any more", async () => {
    const { email } = await register("off");
    await mail.sendDue();
    await updateEvent(scope, updateEventInput.parse({ venue: "Hall 9" }));
    await cancelEvent(scope, { reason: "The <i>heating</i> failed." });
    const received = await newestMailTo(email);
    expect(received.kind).toBe("event_cancelled");
    expect(received.email.text).toContain("The <i>heating</i> failed.");
    expect(calendarIn(received)).toMatchObject({ method: "CANCEL", status: "CANCELLED" });
    const changed = (await readOutbox()).filter(
      ({ eventId, kind }) => eventId === event.id && kind === "event_changed",
    );
    expect(changed).toMatchObject([{ status: "skipped", lastError: "the event is cancelled" }]);
  });

  test("a reminder names the day as it is in the event's zone", async () => {
    const reader = await stageReader(event.id);
    setClock(new Date(event.startsAt.getTime() - 60_000));
    await enqueue("event_reminder", reader.about);
    const received = await newestMailTo(reader.email);
    expect(received.email.subject).toMatch(/^(Today|Tomorrow): /);
    expect(codeIn(received)).toBe(reader.code);
    expect(calendarIn(received)).toBeNull();
  });

  test("the survey is for those who were there", async () => {
    const reader = await stageReader(event.id, { checkedInAt: now() });
    setClock(new Date(event.endsAt.getTime() + 3_600_000));
    await enqueue("survey_invitation", reader.about);
    const received = await newestMailTo(reader.email);
    const token = received.email.text?.match(/\/surveys\/([\w-]{64})/)?.[1] ?? "";
    expect((await requireAttendeeByToken(token)).registrationId).toBe(reader.registrationId);
  });
});

describe("the mails about access", () => {
  test("a sign-in code comes large, not in the subject, and never twice", async () => {
    const { challengeId } = await requestSignInCode({ email: "code@example.org" });
    const { email } = await newestMailTo("code@example.org");
    const code = signInCodeOf(challengeId);
    expect(email.text).toContain(`\n${code}\n`);
    expect(email.html).toContain(code);
    expect(email.subject).not.toContain(code);
    expect(email.references).toBeUndefined();
  });

  test("an invitation into the team leads to where its work is", async () => {
    const person = await addMember(scope, { email: "door@example.org", role: "door_staff" });
    const { email } = await newestMailTo("door@example.org");
    expect(email.text).toContain(`http://localhost:3000/door/${event.id}`);
    await addMember(scope, { email: "door@example.org", role: "organizer" });
    expect((await newestMailTo("door@example.org")).email.text).toContain(`http://localhost:3000/manage/${event.id}`);
    await addMember(scope, { email: "door@example.org", role: "viewer" });
    await removeMember(scope, person);
    expect(await skipReason()).toBe("the person has left the team");
  });
});

describe("messages that lost their sense are skipped, with the reason", () => {
  test("a code that has expired or was used", async () => {
    await requestSignInCode({ email: "late@example.org" });
    setClock(new Date(Date.now() + 11 * 60_000));
    expect(await skipReason()).toBe("the code has expired");
    const { challengeId } = await requestSignInCode({ email: "used@example.org" });
    await db().update(signInCodes).set({ usedAt: now() }).where(eq(signInCodes.id, challengeId));
    expect(await skipReason()).toBe("the code is used");
  });

  test("what concerns people who cancelled, were not there, or events that began", async () => {
    const gone = await stageReader(event.id, { status: "cancelled" });
    for (const kind of ["event_reminder", "event_changed", "ticket_resent", "event_cancelled"] as const) {
      await enqueue(kind, gone.about);
      expect(await skipReason()).toMatch(/the registration is cancelled|the person has no seat/);
    }
    const absent = await stageReader(event.id);
    await enqueue("survey_invitation", absent.about);
    expect(await skipReason()).toBe("the person was not there");
    await enqueue("registration_confirmed", { eventId: event.id, registrationId: event.id });
    expect(await skipReason()).toBe("what it is about is gone");
    setClock(event.startsAt);
    await enqueue("event_reminder", absent.about);
    expect(await skipReason()).toBe("the event has begun");
  });
});

describe("the mails that one can do without", () => {
  test.each([
    ["event_reminder", "reminders"],
    ["survey_invitation", "surveys"],
  ] as const)("%s says how to get no more of them, and is not sent to who wants none", async (kind, topic) => {
    const reader = await stageReader(event.id, { checkedInAt: now() });
    const place = kind === "survey_invitation" ? event.endsAt : event.startsAt;
    setClock(new Date(place.getTime() + (kind === "survey_invitation" ? 3_600_000 : -3_600_000)));
    await enqueue(kind, reader.about);
    const { email } = await newestMailTo(reader.email);
    const header = (name: string) => email.headers.find(({ key }) => key === name)?.value;
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const url = header("list-unsubscribe")?.match(/^<(http:\/\/localhost:3000\/api\/mail-preferences\/([\w-]{44}))>$/);
    expect(email.text).toContain(`http://localhost:3000/mail-preferences/${url?.[2]}`);
    const scope = await requireMailReader(url?.[2] ?? "");
    expect(scope.topic).toBe(topic);
    await unsubscribe(scope);
    await enqueue(kind, reader.about);
    expect(await skipReason()).toBe("the person does not want such mails");
  });

  test("what concerns one's own ticket has no such header", async () => {
    const { email } = await register("ticket");
    const received = await newestMailTo(email);
    expect(received.email.headers.map(({ key }) => key)).not.toContain("list-unsubscribe");
    expect(received.email.text).not.toContain("mail-preferences");
  });
});
