import { type RegistrableEvent, registrationStateOf } from "@/lib/events/rules";
import { formatInstant } from "@/lib/events/when";

/** What one should know before opening an event's page. */
export type Mark = {
  kind: "draft" | "cancelled" | "running" | "closed" | "opens" | "full" | "waitlist" | "few";
  words: string;
};

const fewSeats = 10;

/** The mark of an event at an instant; null when there is simply room, and when it is over. */
export function eventMarkOf(event: RegistrableEvent & { timezone: string }, at: Date): Mark | null {
  const { state, seatsLeft, opensAt } = registrationStateOf(event, at);
  if (state === "draft") return { kind: "draft", words: "Draft, not public" };
  if (state === "cancelled") return { kind: "cancelled", words: "Cancelled" };
  if (state === "past") return null;
  if (event.startsAt <= at) return { kind: "running", words: "Under way" };
  if (state === "closed") return { kind: "closed", words: "Registration closed" };
  if (state === "not_open" && opensAt)
    return { kind: "opens", words: `Opens ${formatInstant(opensAt, event.timezone)}` };
  if (state === "full") return { kind: "full", words: "Full" };
  if (state === "waitlist") {
    const words = event.waitlistCount > 0 ? `Full, ${event.waitlistCount} waiting` : "Full, waitlist open";
    return { kind: "waitlist", words };
  }
  if (seatsLeft === null || seatsLeft > fewSeats) return null;
  return { kind: "few", words: seatsLeft === 1 ? "1 seat left" : `${seatsLeft} seats left` };
}
