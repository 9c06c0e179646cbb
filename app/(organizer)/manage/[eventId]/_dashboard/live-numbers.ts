import type { Dashboard } from "@/lib/dashboard/queries";

/** A dashboard as it travels: instants as text. */
export type LiveNumbers = Omit<Dashboard, "arrivals" | "asOf"> & {
  arrivals: { at: string; checkedIn: number }[];
  asOf: string;
};

/** What of the event itself the dashboard speaks of. */
export type DashboardEvent = {
  eventId: string;
  status: "draft" | "published" | "cancelled" | "completed";
  startsAt: string;
  endsAt: string;
  timezone: string;
};

export type Phase = "ahead" | "under_way" | "over";

/** Where the event stands in time. */
export function phaseOf({ startsAt, endsAt }: DashboardEvent, at: Date): Phase {
  if (at < new Date(startsAt)) return "ahead";
  return at < new Date(endsAt) ? "under_way" : "over";
}

/** The dashboard as the live stream will send it too. */
export function liveNumbersOf({ arrivals, asOf, ...numbers }: Dashboard): LiveNumbers {
  return {
    ...numbers,
    arrivals: arrivals.map(({ at, checkedIn }) => ({ at: at.toISOString(), checkedIn })),
    asOf: asOf.toISOString(),
  };
}
