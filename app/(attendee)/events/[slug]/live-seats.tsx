"use client";

import { SeatMeter } from "@/app/_components/seat-meter";
import { useLiveRegistration } from "./live-registration";

/** How many seats are left, for an event that has a limit. */
export function LiveSeats() {
  const { capacity, seatsTaken } = useLiveRegistration().event;
  if (capacity === null) return null;
  const left = Math.max(0, capacity - seatsTaken);
  const words = left === 0 ? `All ${capacity} seats are taken` : `${left} of ${capacity} seats left`;
  return <SeatMeter className="mt-3" taken={seatsTaken} capacity={capacity} words={words} />;
}
