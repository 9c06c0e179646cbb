"use client";

import { useLiveRegistration } from "./live-registration";

/** The place that one would have on the waitlist now. */
export function PlaceInLine() {
  return useLiveRegistration().event.waitlistCount + 1;
}
