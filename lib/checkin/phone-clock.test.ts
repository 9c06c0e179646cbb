import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registrations";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { stageDoor, stageTicket } from "@/lib/testing/stage-door";
import { checkIn } from "./check-in";
import { clockOffsetOf, ourInstant } from "./phone-clock";

const nine = new Date("2030-05-01T09:00:00Z");
const seconds = (count: number) => new Date(nine.getTime() + count * 1000);

it.each([
  ["right", 0, 0],
  ["two seconds off, as the network may make it", 2, 0],
  ["ten minutes slow", -600, 600_000],
  ["ten minutes fast", 600, -600_000],
  ["back in 1970", -nine.getTime() / 1000, nine.getTime()],
])("corrects a clock that is %s", (_, sentSeconds, offsetMs) => {
  expect(clockOffsetOf(seconds(sentSeconds), nine)).toBe(offsetMs);
  expect(ourInstant(seconds(sentSeconds - 60), offsetMs, nine, null)).toEqual(
    offsetMs === 0 ? seconds(sentSeconds - 60) : seconds(-60),
  );
});

it("lets nothing have happened after it was told", () => {
  expect(ourInstant(seconds(3600), 0, nine, null)).toEqual(nine);
  expect(clockOffsetOf(undefined, nine)).toBe(0);
});

it("lets the truly earlier scan stand, though its phone's clock is ten minutes fast", async () => {
  const { eventId, scope } = await stageDoor();
  const ada = await stageTicket(eventId);
  const before = (minutes: number) => new Date(now().getTime() - minutes * 60_000);
  const scan = { scanId: newId(), ticket: ada.code, offline: true };
  await checkIn(scope, { scans: [{ ...scan, scannedAt: before(5), device: "right" }] });
  // Twelve minutes ago, which this phone takes for two minutes ago.
  const fast = { ...scan, scanId: newId(), scannedAt: before(2), device: "fast" };
  const { results } = await checkIn(scope, { scans: [fast], sentAt: before(-10) });
  expect(results[0]?.verdict).toBe("admitted");
  const [row] = await db().select().from(registrations).where(eq(registrations.id, ada.registrationId));
  const minutesAgo = (now().getTime() - (row?.checkedInAt?.getTime() ?? 0)) / 60_000;
  expect(Math.round(minutesAgo)).toBe(12);
});
