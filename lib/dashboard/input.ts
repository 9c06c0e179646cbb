import { z } from "zod";
import { departmentField } from "@/lib/access/input";
import { categoryField, instantField, pageFields } from "@/lib/events/input";

const blankIsAbsent = (value: unknown) => (value === "" ? undefined : value);

/**
 * Events that start from `from` to before `to`. Without `from`, totals are those of the last year
 * and of all that is to come.
 */
export const listDashboardsInput = z.object({
  from: z.preprocess(blankIsAbsent, instantField("from").optional()),
  to: z.preprocess(blankIsAbsent, instantField("to").optional()),
  category: z.preprocess(blankIsAbsent, categoryField.optional()),
  department: z.preprocess(blankIsAbsent, departmentField.optional()),
  ...pageFields,
});

/** With `eventId` the dashboard of that event, without it the totals and a page of all one's events. */
export const dashboardQuery = listDashboardsInput.extend({
  eventId: z.preprocess(blankIsAbsent, z.uuid().toLowerCase().optional()),
});

export const liveDashboardQuery = z.object({ eventId: z.uuid().toLowerCase() });

export type ListDashboardsInput = z.output<typeof listDashboardsInput>;
