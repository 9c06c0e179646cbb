import { afterEach, describe, expect, it } from "vitest";
import { anonymous } from "@/lib/access/actor";
import { requireAttendeeByToken } from "@/lib/access/scopes";
import { now, setClock } from "@/lib/platform/clock";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import {
  faultsOf,
  messagesAbout,
  registerActor,
  registerGuest,
  standingOf,
  tallyOf,
} from "@/lib/testing/registrations";
import { scopeByMail } from "@/lib/testing/scope-by-mail";
import { confirmSeat } from "./confirm-seat";
import { registerInput } from "./input";
import { getRegistration } from "./queries";
import { register } from "./register";
import { releaseUnconfirmed } from "./release-unconfirmed";

const organizer = await makePerson({ role: "organizer" });
const startedAt = Date.now();
const minutesOn = (minutes: number) => setClock(new Date(startedAt + minutes * 60_000));
const minutesUntil = (at: Date | null) => ((at?.getTime() ?? 0) - now().getTime()) / 60_000;
const ten = Array.from({ length: 10 }, (_, nth) => ({ name: `Guest ${nth}` }));

afterEach(() => setClock(null));

function makeScarceEvent(given: Record<string, unknown> = {}) {
  return makePublishedEvent(organizer, { capacity: 1, confirmAddressMinutes: 30, ...given });
}

function fromNetwork(caller: string, eventId: string, mailbox: string, guests: { name: string }[] = []) {
  const email = `${mailbox}@example.org`;
  return register(anonymous, registerInput.parse({ eventId, name: mailbox, email, guests }), null, caller);
}

const admitted = (settled: PromiseSettledResult<unknown>[]) =>
  settled.filter(({ status }) => status === "fulfilled").length;

describe("at an event that has addresses confirmed", () => {
  it("a guest gets a held seat and no ticket, in the answer and on the page of the form", async () => {
    const { id: eventId } = await makeScarceEvent();
    const held = standingOf(await registerGuest(eventId, `held-${eventId}`));
    expect(held).toMatchObject({ status: "confirmed", ticket: null, confirmBy: expect.any(Date) });
    expect(Math.round(minutesUntil(held.confirmBy))).toBe(30);
    const scope = await requireAttendeeByToken(held.pageUrl.slice(-64));
    expect((await getRegistration(scope)).ticket).toBeNull();
    await expect(confirmSeat(scope)).rejects.toMatchObject({ code: "forbidden" });
    expect(await messagesAbout(held.id)).toEqual(["address_confirmation"]);
    expect((await tallyOf(eventId)).counters.confirmed).toBe(1);
  });

  it("the mailed link confirms the seat, and the ticket comes by mail", async () => {
    const { id: eventId } = await makeScarceEvent();
    const held = standingOf(await registerGuest(eventId, `prompt-${eventId}`));
    expect(await confirmSeat(await scopeByMail(held))).toEqual({ id: held.id, status: "confirmed" });
    expect(await messagesAbout(held.id)).toEqual(["address_confirmation", "registration_confirmed"]);
    const own = await getRegistration(await scopeByMail(held));
    expect(own).toMatchObject({ status: "confirmed", confirmBy: null, ticket: { code: expect.any(String) } });
    minutesOn(31);
    await releaseUnconfirmed();
    expect(await getRegistration(await scopeByMail(held))).toEqual(own);
    expect(await faultsOf(eventId)).toEqual([]);
  });

  it("a seat unconfirmed in time passes to the next in line, who confirms their address too", async () => {
    const { id: eventId } = await makeScarceEvent();
    const come = async (mailbox: string) => standingOf(await registerGuest(eventId, `${mailbox}-${eventId}`));
    const [silent, next] = [await come("silent"), await come("next")];
    const person = await registerActor(await makePerson(), eventId);
    minutesOn(31);
    await releaseUnconfirmed();
    expect((await getRegistration(await scopeByMail(silent))).status).toBe("cancelled");
    expect(await messagesAbout(silent.id)).toEqual(["address_confirmation", "seat_released"]);
    const moved = await getRegistration(await scopeByMail(next));
    expect(moved).toMatchObject({ status: "confirmed", ticket: null, confirmBy: expect.any(Date) });
    expect(Math.round(minutesUntil(moved.confirmBy))).toBe(30);
    expect(await messagesAbout(next.id)).toEqual(["registration_waitlisted", "address_confirmation"]);
    minutesOn(63);
    await releaseUnconfirmed();
    const own = await getRegistration(await scopeByMail(person));
    expect(own).toMatchObject({ status: "confirmed", confirmBy: null, ticket: { code: expect.any(String) } });
    expect(await faultsOf(eventId)).toEqual([]);
  });

  it("whoever is signed in has the ticket at once", async () => {
    const { id: eventId } = await makeScarceEvent();
    const own = await registerActor(await makePerson(), eventId);
    expect(own).toMatchObject({ status: "confirmed", confirmBy: null, ticket: { code: expect.any(String) } });
    expect(await messagesAbout(own.id)).toEqual(["registration_confirmed"]);
  });
});

describe("strangers of one network", () => {
  it("can't take the scarce seats with parties, while their office still registers elsewhere", async () => {
    const scarce = await makeScarceEvent({ capacity: 500, guestsPerPerson: 10 });
    const ordinary = await makePublishedEvent(organizer, { capacity: 500 });
    const caller = `ip:${scarce.id}`;
    const posts = Array.from({ length: 60 }, (_, nth) => fromNetwork(caller, scarce.id, `a${nth}-${scarce.id}`, ten));
    await Promise.allSettled(posts);
    const taken = (await tallyOf(scarce.id)).counters.confirmed;
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThanOrEqual(125);
    const office = Array.from({ length: 100 }, (_, nth) => fromNetwork(caller, ordinary.id, `o${nth}-${scarce.id}`));
    expect(admitted(await Promise.allSettled(office))).toBe(100);
  });

  it("get a quarter of the scarce seats one by one, at least 20; other networks get theirs", async () => {
    for (const [capacity, share] of [
      [200, 50],
      [40, 20],
    ] as const) {
      const { id } = await makeScarceEvent({ capacity });
      const asked = Array.from({ length: 70 }, (_, nth) => fromNetwork(`ip:${id}`, id, `one${nth}-${id}`));
      expect(admitted(await Promise.allSettled(asked))).toBe(share);
      expect(standingOf(await fromNetwork(`ip:other ${id}`, id, `other-${id}`)).status).toBe("confirmed");
    }
  });

  it("are not bounded so where nobody's address is confirmed, or seats have no limit", async () => {
    for (const given of [{ confirmAddressMinutes: null, capacity: 40 }, { capacity: null }]) {
      const { id } = await makeScarceEvent(given);
      const asked = Array.from({ length: 40 }, (_, nth) => fromNetwork(`ip:${id}`, id, `free${nth}-${id}`));
      expect(admitted(await Promise.allSettled(asked))).toBe(40);
    }
  });
});
