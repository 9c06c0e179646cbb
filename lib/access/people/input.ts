import { z } from "zod";
import { departmentField, emailField, nameField } from "../input";

export const roles = ["attendee", "organizer", "admin"] as const;
const roleField = z.enum(roles, "Choose a role of the list.");

const blankIsAbsent = (value: unknown) => (value === "" ? undefined : value);

export const personParams = z.object({ id: z.uuid().toLowerCase() });

/**
 * Which people a list shows. Accounts are all who signed in, were asked in or hold a role; guests
 * only registered.
 */
export const peopleViews = ["everyone", "accounts", "guests", "disabled", "undeliverable"] as const;

export const listPeopleInput = z.object({
  q: z.preprocess(
    blankIsAbsent,
    z
      .string()
      .trim()
      .max(254, "The search may have at most 254 characters.")
      .refine((text) => !/\p{Cc}/u.test(text), "The search can't contain control characters.")
      .optional(),
  ),
  role: z.preprocess(blankIsAbsent, roleField.optional()),
  department: z.preprocess(blankIsAbsent, departmentField.optional()),
  view: z.preprocess(blankIsAbsent, z.enum(peopleViews).default("everyone")),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
});

/** What an administrator may change about somebody; a department of null takes it away. */
export const changePersonInput = z.object({
  role: roleField.optional(),
  department: departmentField
    .transform((name) => name ?? null)
    .nullable()
    .optional(),
  isDisabled: z.boolean("isDisabled is true or false.").optional(),
});

/** Whom to ask in, and as what. */
export const invitePersonInput = z.object({
  email: emailField,
  name: z.preprocess(blankIsAbsent, nameField.optional()),
  role: roleField.default("attendee"),
  department: departmentField.optional(),
});

/** The forms of a person's page. */
export const personForm = z.object({ userId: z.uuid().toLowerCase() });
export const roleForm = personForm.extend({ role: roleField });
export const departmentForm = personForm.extend({ department: departmentField.default("") });
export const mergeForm = personForm.extend({ intoEmail: emailField });
export const importForm = z.object({
  list: z.string().max(1_000_000, "The list is too long."),
  intent: z.enum(["preview", "import"]).catch("preview"),
  isInviting: z.preprocess((value) => value === "on", z.boolean()),
});
export const handOverForm = personForm.extend({ toEmail: emailField });

export type InvitePersonInput = z.output<typeof invitePersonInput>;
export type PeopleView = (typeof peopleViews)[number];
export type ListPeopleInput = z.output<typeof listPeopleInput>;
export type ChangePersonInput = z.output<typeof changePersonInput>;
