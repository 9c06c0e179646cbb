import { assert, constantFrom, date, property, record, string } from "fast-check";
import { expect, it } from "vitest";
import { newTicketReference } from "@/lib/tickets/ticket-reference";
import { judgeScan, parseReference } from "./rules";

const nine = new Date("2030-05-01T09:00:00Z");
const ten = new Date("2030-05-01T10:00:00Z");
const standing = (at: Date, device: string | null = null) => ({ at, gate: null, device, overrideReason: null });

it.each([
  ["nobody is in yet", { status: "confirmed", standing: null }, { scannedAt: nine, offline: false }, "admitted"],
  [
    "a wrong clock on line",
    { status: "confirmed", standing: standing(ten) },
    { scannedAt: nine, offline: false },
    "already_checked_in",
  ],
  ["earlier offline", { status: "confirmed", standing: standing(ten) }, { scannedAt: nine, offline: true }, "admitted"],
  [
    "at the same instant offline",
    { status: "confirmed", standing: standing(nine) },
    { scannedAt: nine, offline: true },
    "conflict",
  ],
  ["later offline", { status: "confirmed", standing: standing(nine) }, { scannedAt: ten, offline: true }, "conflict"],
  [
    "later offline on that device",
    { status: "confirmed", standing: standing(nine, "a") },
    { scannedAt: ten, offline: true, device: "a" },
    "already_checked_in",
  ],
  [
    "cancelled, and let in with a reason",
    { status: "cancelled", standing: null },
    { scannedAt: ten, offline: false, overrideReason: "The speaker's mother" },
    "admitted",
  ],
  [
    "in with a reason already",
    { status: "waitlisted", standing: { ...standing(nine), overrideReason: "VIP" } },
    { scannedAt: ten, offline: false },
    "already_checked_in",
  ],
  [
    "cancelled after being in",
    { status: "cancelled", standing: standing(nine) },
    { scannedAt: ten, offline: false },
    "cancelled",
  ],
] as const)("judges a scan with %s", (_, holder, scan, verdict) => {
  expect(judgeScan(scan, holder, null)).toBe(verdict);
});

it("admits a holder at most once, whatever the order of on-line scans", () => {
  const scan = record({
    scannedAt: date({ noInvalidDate: true }),
    status: constantFrom("confirmed", "waitlisted", "cancelled"),
  });
  assert(
    property(scan, ({ scannedAt, status }) => {
      const holder = { status, standing: standing(nine) };
      return judgeScan({ scannedAt, offline: false }, holder, null) !== "admitted";
    }),
  );
});

it("reads every reference as people type it", () => {
  for (let count = 0; count < 200; count++) {
    const reference = newTicketReference();
    const typed = ` ${reference.slice(0, 4).toLowerCase()}-${reference.slice(4)} `
      .replaceAll("0", "o")
      .replaceAll("1", "i");
    expect(parseReference(typed)).toBe(reference);
  }
});

it("takes nothing else for a reference", () => {
  for (const text of ["", "1234567", "123456789", "ABCDEFGU", "ÄBCDEFGH", "1234_678", "https://"]) {
    expect(parseReference(text)).toBeNull();
  }
  assert(property(string(), (text) => parseReference(text) === null || parseReference(text)?.length === 8));
});
