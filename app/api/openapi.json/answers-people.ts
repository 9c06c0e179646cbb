import { z } from "zod";
import { roles } from "@/lib/access/people/input";
import { id, instant, pageAnswer } from "./answers";

export const personAnswer = z
  .object({
    id,
    email: z.string(),
    name: z.string(),
    department: z.string().nullable(),
    departmentSource: z
      .enum(["self", "directory", "import", "admin"])
      .meta({ description: "who said so: what `self` said admits to no event" }),
    role: z.enum(roles),
    isDisabled: z.boolean(),
    hasAccount: z.boolean().meta({ description: "false for a guest, who never signed in and was not asked to" }),
    lastSeenAt: instant.nullable(),
    addressFault: z.enum(["bounced", "complained"]).nullable(),
    openSessions: z.int(),
  })
  .meta({ id: "Person" });

export const peopleAnswer = pageAnswer(personAnswer);
