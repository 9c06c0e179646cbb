import { z } from "zod";
import { readPeople } from "@/lib/registrations/read-people";

/** The form's list as people; each line that is nobody is a fault that names it, ten at a time. */
export const addGuestsForm = z
  .object({ eventId: z.uuid(), list: z.string().max(500_000, "The list is too long.") })
  .transform(({ eventId, list }, context) => {
    const { people, faults } = readPeople(list);
    for (const { path, message } of faults.slice(0, 10)) context.addIssue({ code: "custom", path: [path], message });
    return faults.length > 0 ? z.NEVER : { eventId, people };
  });
