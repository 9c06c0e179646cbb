import { z } from "zod";
import { roles } from "@/lib/access/people/input";
import { id, instant, pageAnswer } from "./answers";

const personListAnswer = z
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

export const personAnswer = personListAnswer
  .extend({
    createdAt: instant,
    verifiedAt: instant.nullable().meta({ description: "when they last proved their address" }),
    invitedAt: instant.nullable(),
    disabledAt: instant.nullable(),
    hasPassword: z.boolean(),
    addressFaultDetail: z.string().nullable(),
    addressFaultAt: instant.nullable(),
  })
  .meta({ id: "PersonDetail" });

export const peopleAnswer = pageAnswer(personListAnswer);

export const categoriesAnswer = z
  .object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })
  .meta({ id: "Categories" });

export const departmentsAnswer = z
  .object({ items: z.array(z.object({ id, name: z.string() })) })
  .meta({ id: "Departments" });
