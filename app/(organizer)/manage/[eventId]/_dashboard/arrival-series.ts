import type { ChartBar } from "@/app/_components/bar-chart";
import { dateIn, dayWords, timeIn } from "./zoned-words";

type Arrival = { at: string; checkedIn: number };
export type ArrivalSeries = { bars: ChartBar[]; stepMinutes: number };

const mostBars = 48;
const steps = [5, 10, 15, 30, 60, 180, 720, 1440];

/** Arrivals from the first to the last without gaps, in the smallest steps that fit the chart. */
export function arrivalSeries(arrivals: readonly Arrival[], timezone: string): ArrivalSeries {
  const times = arrivals.map(({ at }) => Date.parse(at));
  const first = Math.min(...times);
  const last = Math.max(...times);
  const stepMinutes = steps.find((step) => (last - first) / 60_000 / step < mostBars) ?? 1440;
  const stepMs = stepMinutes * 60_000;
  const start = Math.floor(first / stepMs) * stepMs;
  const bars: ChartBar[] = [];
  if (arrivals.length === 0) return { bars, stepMinutes };
  for (let from = start; from <= last; from += stepMs) {
    const count = arrivals
      .filter((_arrival, index) => (times[index] ?? 0) >= from && (times[index] ?? 0) < from + stepMs)
      .reduce((sum, { checkedIn }) => sum + checkedIn, 0);
    const at = new Date(from);
    const day = stepMinutes >= 180 ? `${dayWords(dateIn(timezone, at))}, ` : "";
    const label = stepMinutes >= 1440 ? dayWords(dateIn(timezone, at), true) : timeIn(timezone, at);
    const until = timeIn(timezone, new Date(from + stepMs));
    bars.push({
      key: at.toISOString(),
      label,
      value: count,
      text: `${day}${timeIn(timezone, at)}–${until}: ${count} checked in`,
    });
  }
  return { bars, stepMinutes };
}

/** The steps in words. */
export function stepWords(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`;
  if (minutes === 60) return "hour";
  return minutes < 1440 ? `${minutes / 60} hours` : "day";
}
