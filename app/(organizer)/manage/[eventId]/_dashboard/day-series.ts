import type { ChartBar } from "@/app/_components/bar-chart";
import { dayWords } from "./zoned-words";

export type Day = { date: string; registered: number; cancelled: number };

const mostDays = 62;

/** The days as bars; a long time is drawn by weeks, so that no bar gets too thin to point at. */
export function dayBars(days: readonly Day[], marks: { today: string; eventDay: string }): ChartBar[] {
  if (days.length > mostDays) return weekBars(days);
  return days.map(({ date, registered, cancelled }) => ({
    key: date,
    label: dayWords(date, true),
    value: registered,
    text: `${dayWords(date)}: ${registered} registered${cancelled > 0 ? `, ${cancelled} cancelled` : ""}`,
    ...(date === marks.eventDay ? { mark: "Event" } : date === marks.today && { mark: "Today" }),
  }));
}

function weekBars(days: readonly Day[]): ChartBar[] {
  const bars: ChartBar[] = [];
  for (let start = 0; start < days.length; start += 7) {
    const week = days.slice(start, start + 7);
    const first = week[0]?.date ?? "";
    const last = week.at(-1)?.date ?? first;
    const registered = week.reduce((sum, day) => sum + day.registered, 0);
    const span = `${dayWords(first, true)} – ${dayWords(last, true)}`;
    bars.push({
      key: first,
      label: dayWords(first, true),
      value: registered,
      text: `${span}: ${registered} registered`,
    });
  }
  return bars;
}

/** The days in one sentence. */
export function daysInWords(days: readonly Day[]): string {
  const busiest = days.reduce<Day | undefined>(
    (best, day) => (day.registered > (best?.registered ?? 0) ? day : best),
    undefined,
  );
  if (!busiest) return "No registrations yet.";
  const unit = days.length > mostDays ? "Drawn by weeks. " : "";
  return `${unit}Busiest day: ${dayWords(busiest.date)}, with ${busiest.registered}.`;
}
