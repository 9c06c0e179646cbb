import { expect, it } from "vitest";
import { type Actor, anonymous } from "@/lib/access/actor";
import { newId } from "@/lib/platform/id";
import { makePerson } from "@/lib/testing/make-person";
import { callerKeyOf } from "./caller-key";

const network = new Headers({ "x-turnout-client": "192.0.2.7" });

it("only strangers count by their network, whom a person or a phone takes nothing from", async () => {
  const person = await makePerson();
  const phone: Actor = { kind: "device", eventId: newId(), deviceId: newId() };
  expect(callerKeyOf(anonymous, network, "register")).toBe("ip:192.0.2.7");
  expect(callerKeyOf(person, network, "register")).toBe(`user:${person.userId}`);
  expect(callerKeyOf(phone, network, "checkin")).toBe(`device:${phone.deviceId}`);
});

it("two phones of one account at a door count each by itself while they scan", async () => {
  const device = { eventId: newId(), deviceId: newId() };
  const person = { ...(await makePerson()), device };
  expect(callerKeyOf(person, network, "checkin")).toBe(`device:${device.deviceId}`);
  expect(callerKeyOf(person, network, "write")).toBe(`user:${person.userId}`);
});
