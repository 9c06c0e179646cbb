import { z } from "zod";
import { departmentField } from "../input";

const nameField = departmentField.pipe(z.string("Give the department a name."));
export const mostDepartments = 500;
const tooMany = `Keep at most ${mostDepartments} departments.`;

/**
 * The whole list: a name that comes with the id of another one renames that, without an id it is
 * looked up or added.
 */
export const replaceDepartmentsInput = z.object({
  items: z
    .array(
      z.union([
        nameField.transform((name) => ({ id: undefined, name })),
        z.object({ id: z.uuid().toLowerCase().optional(), name: nameField }),
      ]),
    )
    .max(mostDepartments, tooMany)
    .refine(
      (items) => new Set(items.map(({ name }) => name.toLowerCase())).size === items.length,
      "Two departments have the same name.",
    ),
});

/** Names as one types, pastes or exports them: one on each line, or in the first column. */
export const addDepartmentsInput = z.object({
  names: z.string().max(100_000, "The list is too long.").default(""),
});
export const renameDepartmentInput = z.object({ id: z.uuid().toLowerCase(), name: nameField });
export const mergeDepartmentInput = z.object({
  id: z.uuid().toLowerCase(),
  into: z.uuid("Choose a department.").toLowerCase(),
});
export const removeDepartmentInput = z.object({ id: z.uuid().toLowerCase() });

export type ReplaceDepartmentsInput = z.output<typeof replaceDepartmentsInput>;
