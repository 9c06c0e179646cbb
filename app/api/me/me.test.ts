import { describe, expect, it } from "vitest";
import { guestCookie } from "@/app/_server/guest-cookie";
import { DELETE } from "@/app/api/registrations/[id]/route";
import { POST as register } from "@/app/api/registrations/route";
import { issueAccessToken } from "@/lib/access/access-token";
import type { Person } from "@/lib/access/actor";
import { addMember } from "@/lib/access/members";
import { requireOrganizer, requirePerson } from "@/lib/access/scopes";
import { updateProfile } from "@/lib/access/update-profile";
import { getInvitationUrl } from "@/lib/events/invitation";
import { newId } from "@/lib/platform/id";
import { transferRegistration } from "@/lib/registrations/transfer-registration";
import { submitResponse } from "@/lib/surveys/submit-response";
import { updateSurvey } from "@/lib/surveys/update-survey";
import { makeDoorStaff } from "@/lib/testing/make-door-staff";
import { makeDraft, makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { registerActor } from "@/lib/testing/registrations";
import { scopeByMail } from "@/lib/testing/scope-by-mail";
import { stageAttendee } from "@/lib/testing/stage-attendee";
import { reissueTicket } from "@/lib/tickets/reissue-ticket";
import { GET as readForEvent } from "./events/[id]/route";
import { GET as readAccount } from "./route";

type As = { person?: Person; cookie?: string; origin?: string };

const origin = "http://localhost:3000";
const organizer = await makePerson({ role: "organizer", name: "Olga" });
const eventOf = (given = {}) => makePublishedEvent(organizer, given);
const stranger = { account: null, registration: null, mayManage: false, mayOpenDoor: false, surveyUrl: null };

async function headersOf({ person, cookie, origin }: As): Promise<Headers> {
  const headers = new Headers({ "content-type": "application/json" });
  if (person) headers.set("authorization", `Bearer ${await issueAccessToken(person)}`);
  if (cookie) headers.set("cookie", cookie);
  if (origin) headers.set("origin", origin);
  return headers;
}

async function me(as: As = {}) {
  const answer = await readAccount(new Request(`${origin}/api/me`, { headers: await headersOf(as) }));
  return { status: answer.status, body: await answer.json() };
}

async function forEvent(id: string, as: As = {}, query = "") {
  const request = new Request(`${origin}/api/me/events/${id}${query}`, { headers: await headersOf(as) });
  const answer = await readForEvent(request, { params: { id } });
  expect(answer.headers.get("cache-control")).toBe("no-store");
  return { status: answer.status, body: await answer.json() };
}

/** Registers and returns the answer with what a browser would keep of its cookie. */
async function registered(eventId: string, mailbox: string, as: As = { origin }) {
  const body = JSON.stringify({ eventId, name: mailbox, email: `${mailbox}@example.org` });
  const init = { method: "POST", headers: await headersOf(as), body };
  const answer = await register(new Request(`${origin}/api/registrations`, init));
  const cookie = answer.headers.get("set-cookie")?.split(";")[0];
  return { body: await answer.json(), cookie };
}

describe("GET /api/me", () => {
  it("says who one is as stored now, and what there is for one", async () => {
    const person = await makePerson({ name: "Noor", department: "Physics", departmentSource: "self" });
    const { userId: id, email } = person;
    const profile = { id, email, name: "Noor", department: "Physics", role: "attendee", locale: "en", timezone: null };
    const nothing = { mayManageEvents: false, mayOpenDoors: false, mayAdminister: false };
    expect(await me({ person })).toEqual({ status: 200, body: { ...profile, ...nothing } });
    await updateProfile(requirePerson(person), { name: "Noor Ali" });
    expect((await me({ person })).body).toMatchObject({ name: "Noor Ali", department: null });
  });

  it("knows those who help at other people's events", async () => {
    const { id } = await eventOf();
    const staff = await makeDoorStaff(id);
    const helper = await makePerson();
    await addMember(await requireOrganizer(organizer, id), { email: helper.email, role: "organizer" });
    const mayOf = async (person: Person) => {
      const { mayManageEvents, mayOpenDoors, mayAdminister } = (await me({ person })).body;
      return [mayManageEvents, mayOpenDoors, mayAdminister];
    };
    expect(await mayOf(staff)).toEqual([false, true, false]);
    expect(await mayOf(helper)).toEqual([true, true, false]);
    expect(await mayOf(organizer)).toEqual([true, true, false]);
    expect(await mayOf(await makePerson({ role: "admin" }))).toEqual([true, true, true]);
  });

  it("asks strangers to sign in", async () => {
    expect(await me()).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
  });
});

describe("GET /api/me/events/{id}", () => {
  it("says nothing to a stranger", async () => {
    const { id } = await eventOf();
    await registered(id, "somebody");
    for (const cookie of [undefined, `${guestCookie.name}=x.y.${"A".repeat(64)}`])
      expect(await forEvent(id, { cookie })).toEqual({ status: 200, body: { ...stranger, ineligibleReason: null } });
  });

  it("shows a person their registration, at once as it is", async () => {
    const { id } = await eventOf({ capacity: 1 });
    const person = await makePerson({ name: "Noor" });
    expect((await forEvent(id, { person })).body).toMatchObject({ account: { name: "Noor" }, registration: null });
    const made = await registerActor(person, id);
    const { body } = await forEvent(id, { person });
    expect(body.registration).toEqual({ ...JSON.parse(JSON.stringify(made)), checkedInAt: null });
    const late = await makePerson();
    await registerActor(late, id);
    const waits = { status: "waitlisted", waitlistPosition: 1, ticket: null };
    expect((await forEvent(id, { person: late })).body.registration).toMatchObject(waits);
    const headers = await headersOf({ person });
    const request = new Request(`${origin}/api/registrations/${made.id}`, { method: "DELETE", headers });
    await DELETE(request, { params: { id: made.id } });
    expect((await forEvent(id, { person })).body.registration).toBeNull();
    const promoted = { status: "confirmed", waitlistPosition: null, ticket: { code: expect.any(String) } };
    expect((await forEvent(id, { person: late })).body.registration).toMatchObject(promoted);
  });

  it("shows a guest what was registered in this browser, the latest first, and no signed-in person", async () => {
    const [{ id }, other] = [await eventOf(), await eventOf()];
    const { body: first, cookie: one } = await registered(id, "first");
    const { cookie: two } = await registered(other.id, "elsewhere", { origin, cookie: one });
    expect((await forEvent(id, { cookie: two })).body.registration).toMatchObject({ id: first.id, name: "first" });
    const { body: second, cookie: three } = await registered(id, "second", { origin, cookie: two });
    expect((await forEvent(id, { cookie: three })).body.registration).toMatchObject({ id: second.id });
    const person = await makePerson();
    expect((await forEvent(id, { cookie: three, person })).body.registration).toBeNull();
  });

  it("forgets a guest's registration that was cancelled, passed on, or whose ticket was replaced", async () => {
    const { id } = await eventOf();
    const remembered = await Promise.all(["kept", "passed", "replaced"].map((mailbox) => registered(id, mailbox)));
    const [cancelled, passed, replaced] = remembered.map(({ body, cookie }) => ({ body, cookie }));
    if (!cancelled || !passed || !replaced) throw new Error("not registered");
    const seen = async ({ cookie }: { cookie: string | undefined }) =>
      (await forEvent(id, { cookie })).body.registration;
    for (const one of [cancelled, passed, replaced]) expect(await seen(one)).toMatchObject({ id: one.body.id });
    const headers = await headersOf({ person: organizer });
    const request = new Request(`${origin}/api/registrations/x`, { method: "DELETE", headers });
    await DELETE(request, { params: { id: cancelled.body.id } });
    await transferRegistration(await scopeByMail(passed.body), { name: "Zoe", email: "zoe@example.org" });
    await reissueTicket(await requireOrganizer(organizer, id), { registrationId: replaced.body.id });
    for (const one of [cancelled, passed, replaced]) expect(await seen(one)).toBeNull();
  });

  it("tells the team what they may do, and others nothing of a draft", async () => {
    const { id } = await makeDraft(organizer);
    const mayOf = async (person: Person) => {
      const { status, body } = await forEvent(id, { person });
      return [status, body.mayManage, body.mayOpenDoor];
    };
    const helper = await makePerson();
    await addMember(await requireOrganizer(organizer, id), { email: helper.email, role: "organizer" });
    expect(await mayOf(organizer)).toEqual([200, true, true]);
    expect(await mayOf(helper)).toEqual([200, true, true]);
    expect(await mayOf(await makePerson({ role: "admin" }))).toEqual([200, true, true]);
    expect(await mayOf(await makeDoorStaff(id))).toEqual([200, false, true]);
    expect(await mayOf(await makePerson({ role: "organizer" }))).toEqual([404, undefined, undefined]);
    for (const unknown of [id, newId(), "no-id"])
      expect(await forEvent(unknown)).toMatchObject({ status: 404, body: { code: "not_found" } });
  });

  it("says why one may not register", async () => {
    const { id } = await eventOf({ eligibility: "departments", eligibleDepartments: ["Physics"] });
    const reasonOf = async (as: As, query = "", eventId = id) =>
      (await forEvent(eventId, as, query)).body.ineligibleReason;
    expect(await reasonOf({})).toBe("unknown_department");
    expect(await reasonOf({ person: await makePerson({ department: "Law" }) })).toBe("department");
    expect(await reasonOf({ person: await makePerson({ department: "Physics" }) })).toBeNull();
    const closed = await eventOf({ eligibility: "invitation" });
    const { search } = new URL(await getInvitationUrl(await requireOrganizer(organizer, closed.id)));
    expect(await reasonOf({}, "?invitation=wrong", closed.id)).toBe("invitation");
    expect(await reasonOf({}, search, closed.id)).toBeNull();
  });

  it("leads to the survey who was there, while it is open and until they have answered", async () => {
    const { id } = await eventOf();
    const { scope, token } = await stageAttendee(id);
    const cookie = `${guestCookie.name}=${token}`;
    const surveyUrl = async () => (await forEvent(id, { cookie })).body.surveyUrl;
    expect(await surveyUrl()).toBeNull();
    const opensAt = new Date(Date.now() - 1000);
    await updateSurvey(await requireOrganizer(organizer, id), {
      questions: [],
      opensAt,
      closesAt: null,
    });
    expect(await surveyUrl()).toBe(`/surveys/${token}`);
    const absent = await stageAttendee(id, { checkedInAt: null });
    expect((await forEvent(id, { cookie: `${guestCookie.name}=${absent.token}` })).body.surveyUrl).toBeNull();
    await submitResponse(scope, { rating: 5, answers: {} });
    expect(await surveyUrl()).toBeNull();
  });

  it("never mixes people up, however many ask at once", async () => {
    const events = await Promise.all([eventOf(), eventOf({ capacity: 20 })]);
    const [wide, small] = events.map(({ id }) => id) as [string, string];
    const people = await Promise.all(Array.from({ length: 40 }, (_, nth) => makePerson({ name: `Person ${nth}` })));
    const guests = await Promise.all(
      Array.from({ length: 10 }, (_, nth) => registered(nth % 2 ? wide : small, `mixed-${nth}`)),
    );
    const made = new Map<Person, string>();
    await Promise.all(
      people.flatMap((person, nth) =>
        nth % 3 === 0 ? [] : [registerActor(person, nth % 2 ? wide : small).then(({ id }) => made.set(person, id))],
      ),
    );
    const asked = [...people, ...people, ...people, ...people].map(async (person, nth) => {
      const eventId = nth % 80 < 40 ? wide : small;
      const { body } = await forEvent(eventId, { person });
      expect(body.account.id).toBe(person.userId);
      const isHere = (people.indexOf(person) % 2 ? wide : small) === eventId;
      expect(body.registration?.id ?? null).toBe((isHere && made.get(person)) || null);
      if (body.registration)
        expect([body.registration.eventId, body.registration.name]).toEqual([eventId, person.name]);
    });
    const askedByGuests = [...guests, ...guests, ...guests, ...guests].map(async ({ body: own, cookie }) => {
      const { body } = await forEvent(own.eventId, { cookie });
      expect(body.account).toBeNull();
      expect(body.registration).toMatchObject({ id: own.id, name: own.name, pageUrl: own.pageUrl });
    });
    expect(asked.length + askedByGuests.length).toBe(200);
    await Promise.all([...asked, ...askedByGuests]);
  });
});
