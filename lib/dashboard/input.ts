import { z } from "zod";
import { pageFields } from "@/lib/events/input";

const blankIsAbsent = (value: unknown) => (value === "" ? undefined : value);

export const listDashboardsInput = z.object(pageFields);

/** With `eventId` the dashboard of that event, without it the totals and a page of all one's events. */
export const dashboardQuery = listDashboardsInput.extend({
  eventId: z.preprocess(blankIsAbsent, z.uuid().toLowerCase().optional()),
});

export const liveDashboardQuery = z.object({ eventId: z.uuid().toLowerCase() });

export type ListDashboardsInput = z.output<typeof listDashboardsInput>;
