import { afterEach, expect, it } from "vitest";
import { setClock } from "@/lib/platform/clock";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { faultsOf, messagesAbout, registerGuest, standingOf, tallyOf } from "@/lib/testing/registrations";
import { scopeByMail } from "@/lib/testing/scope-by-mail";
import { cancelRegistration } from "./cancel-registration";
import { confirmSeat } from "./confirm-seat";
import { getRegistration } from "./queries";
import { releaseUnconfirmed } from "./release-unconfirmed";

const organizer = await makePerson({ role: "organizer", name: "Olga" });
const asPerson = scopeByMail;
const startedAt = Date.now();
const minutesOn = (minutes: number) => setClock(new Date(startedAt + minutes * 60_000));

afterEach(() => setClock(null));

async function promoteFirst(given = {}) {
  const { id: eventId } = await makePublishedEvent(organizer, { capacity: 1, confirmWithinMinutes: 60, ...given });
  const come = async (mailbox: string) => standingOf(await registerGuest(eventId, `${mailbox}-${eventId}`));
  const seated = await come("seated");
  const [first, second] = [await come("first"), await come("second")];
  await cancelRegistration(await asPerson(seated));
  return { eventId, first, second };
}

it("a seat that somebody promoted does not take in time passes to the next one, once", async () => {
  const { eventId, first, second } = await promoteFirst();
  expect((await getRegistration(await asPerson(first))).confirmBy).toBeInstanceOf(Date);
  expect(await releaseUnconfirmed()).toBe(0);
  minutesOn(61);
  const released = await Promise.all([releaseUnconfirmed(), releaseUnconfirmed(), releaseUnconfirmed()]);
  expect(released.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await messagesAbout(first.id)).toEqual(["registration_waitlisted", "registration_promoted", "seat_released"]);
  expect(await messagesAbout(second.id)).toEqual(["registration_waitlisted", "registration_promoted"]);
  expect((await getRegistration(await asPerson(first))).status).toBe("cancelled");
  expect((await tallyOf(eventId)).rows).toEqual({ confirmed: 1, waitlisted: 0 });
  await expect(confirmSeat(await asPerson(first))).rejects.toMatchObject({ code: "conflict" });
  expect(await faultsOf(eventId)).toEqual([]);
});

it("a seat that is taken in time stays, also when the answer is given twice", async () => {
  const { eventId, first } = await promoteFirst();
  const scope = await asPerson(first);
  minutesOn(59);
  expect(await confirmSeat(scope)).toEqual({ id: first.id, status: "confirmed" });
  expect(await confirmSeat(scope)).toEqual({ id: first.id, status: "confirmed" });
  minutesOn(120);
  expect(await releaseUnconfirmed()).toBe(0);
  expect((await tallyOf(eventId)).rows).toEqual({ confirmed: 1, waitlisted: 1 });
});

it("needs no answer where the event does not ask for one, or starts before the time is over", async () => {
  for (const given of [{ confirmWithinMinutes: null }, { startsInHours: 0.9 }]) {
    const { first } = await promoteFirst(given);
    expect(await getRegistration(await asPerson(first))).toMatchObject({ status: "confirmed", confirmBy: null });
  }
});

it("an answer and the clock at the same moment: the seat stays or has passed on, never both", async () => {
  for (let round = 0; round < 10; round++) {
    const { eventId, first } = await promoteFirst();
    const scope = await asPerson(first);
    minutesOn(59.9);
    const answer = confirmSeat(scope).then(
      () => "kept",
      () => "lost",
    );
    minutesOn(60.1);
    await releaseUnconfirmed();
    const { status } = await getRegistration(scope);
    expect([await answer, status]).toEqual((await answer) === "kept" ? ["kept", "confirmed"] : ["lost", "cancelled"]);
    expect(await faultsOf(eventId)).toEqual([]);
    setClock(null);
  }
});
