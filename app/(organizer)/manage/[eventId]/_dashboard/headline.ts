import type { DashboardEvent, LiveNumbers } from "./live-numbers";
import { aheadWords } from "./zoned-words";

const percentOf = (part: number, whole: number) => `${whole > 0 ? Math.round((part / whole) * 100) : 0} %`;
const people = (count: number) => (count === 1 ? "1 person" : `${count.toLocaleString("en")} people`);

/** How the event stands, in one sentence: what an organizer opens this page to learn. */
export function headlineOf(event: DashboardEvent, numbers: LiveNumbers, today: number, at: Date): string {
  const { registered, capacity, checkedIn, waitlisted } = numbers;
  if (event.status === "draft") return "This is a draft: nobody but its team sees it yet.";
  if (event.status === "cancelled") return `Cancelled. ${people(registered)} had a seat.`;
  const startsAt = new Date(event.startsAt);
  if (new Date(event.endsAt) <= at)
    return registered === 0
      ? "It is over. Nobody had registered."
      : `It is over: ${checkedIn} of ${registered} came, ${percentOf(checkedIn, registered)}.`;
  if (startsAt <= at) return `Under way: ${checkedIn} of ${registered} are in.`;
  const start = `It starts ${aheadWords(startsAt, at)}`;
  if (registered === 0) return `${start}, and nobody has registered yet.`;
  if (capacity !== null && registered >= capacity)
    return `${start}, and it is full${waitlisted > 0 ? `: ${waitlisted} wait in line` : ""}.`;
  if (capacity === null)
    return `${start}. ${people(registered)} registered, ${today > 0 ? today : "none"} of them today.`;
  const pace = today > 0 ? `${today} registered today` : "nobody registered today";
  return `${start}. ${percentOf(registered, capacity)} of the seats are taken, ${pace}.`;
}
