import { BarChart } from "@/app/_components/bar-chart";
import { BarList } from "@/app/_components/bar-list";
import { ChartFigure } from "@/app/_components/chart-figure";
import { arrivalSeries, stepWords } from "./arrival-series";
import { dayBars, daysInWords } from "./day-series";
import type { DashboardEvent, LiveNumbers, Phase } from "./live-numbers";
import { dateIn, dayWords } from "./zoned-words";

const mostDepartments = 12;

/** When people registered, day by day in the event's zone. */
export function DaysFigure({ numbers, event, today }: { numbers: LiveNumbers; event: DashboardEvent; today: string }) {
  const eventDay = dateIn(event.timezone, new Date(event.startsAt));
  return (
    <ChartFigure
      title="Registrations by day"
      summary={daysInWords(numbers.byDay)}
      table={{
        head: ["Day", "Registered", "Cancelled"],
        rows: numbers.byDay.map(({ date, registered, cancelled }) => [dayWords(date), registered, cancelled]),
      }}
    >
      <BarChart label="Registrations by day" bars={dayBars(numbers.byDay, { today, eventDay })} />
    </ChartFigure>
  );
}

type DepartmentsProps = { numbers: LiveNumbers; phase: Phase; guestsHref: (query: string) => string };

/** Who comes from where, and how many of them are in. */
export function DepartmentsFigure({ numbers, phase, guestsHref }: DepartmentsProps) {
  const { byDepartment, registered } = numbers;
  const rate = (part: number, whole: number) => `${whole > 0 ? Math.round((part / whole) * 100) : 0} %`;
  const shown = byDepartment.slice(0, mostDepartments);
  const largest = byDepartment[0];
  return (
    <ChartFigure
      title="Departments"
      summary={
        largest
          ? `${largest.department ?? "Not given"} leads with ${rate(largest.registered, registered)} of the seats.`
          : "No registrations yet."
      }
      table={{
        head: ["Department", "Registered", "Checked in", "Rate"],
        rows: byDepartment.map((row) => [
          row.department ?? "Not given",
          row.registered,
          row.checkedIn,
          rate(row.checkedIn, row.registered),
        ]),
      }}
    >
      <BarList
        label="Registrations by department"
        items={shown.map((row) => ({
          label: row.department ?? "Not given",
          value: row.registered,
          valueText: String(row.registered),
          ...(phase !== "ahead" && {
            part: row.checkedIn,
            partText: `${rate(row.checkedIn, row.registered)} ${phase === "over" ? "came" : "in"}`,
          }),
          ...(row.department !== null && {
            href: guestsHref(new URLSearchParams({ department: row.department }).toString()),
          }),
        }))}
      />
      {byDepartment.length > shown.length && (
        <p className="mt-3 text-meta text-muted-foreground">
          And {byDepartment.length - shown.length} smaller ones, in the table.
        </p>
      )}
    </ChartFigure>
  );
}

/** When people came through the door. */
export function ArrivalsFigure({ numbers, event }: { numbers: LiveNumbers; event: DashboardEvent }) {
  const { bars, stepMinutes } = arrivalSeries(numbers.arrivals, event.timezone);
  const [first] = bars;
  if (!first)
    return (
      <>
        <h2 className="text-base font-semibold text-foreground">Arrivals</h2>
        <p className="mt-0.5 text-sm text-secondary">Each ticket scanned at the door appears here at once.</p>
      </>
    );
  const busiest = bars.reduce((best, bar) => ((bar.value ?? 0) > (best.value ?? 0) ? bar : best), first);
  return (
    <ChartFigure
      title="Arrivals"
      summary={`By ${stepWords(stepMinutes)}. Busiest: ${busiest.text}.`}
      table={{ head: ["From", "Checked in"], rows: bars.map(({ label, value }) => [label, value ?? 0]) }}
    >
      <BarChart label="Arrivals" bars={bars} />
    </ChartFigure>
  );
}
