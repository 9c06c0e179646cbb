"use client";

import { EventMark } from "../event-mark";
import { useLiveRegistration } from "./live-registration";

/** The event's mark, true for as long as the page is looked at. */
export function LiveMark({ timezone }: { timezone: string }) {
  const { event, at } = useLiveRegistration();
  return <EventMark event={{ ...event, timezone }} at={at} />;
}
