"use server";

import { revalidatePath } from "next/cache";
import { anyAdmin } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { addDepartments } from "@/lib/access/departments/add-departments";
import {
  addDepartmentsInput,
  mergeDepartmentInput,
  removeDepartmentInput,
  renameDepartmentInput,
} from "@/lib/access/departments/input";
import { mergeDepartment } from "@/lib/access/departments/merge-department";
import { removeDepartment } from "@/lib/access/departments/remove-department";
import { renameDepartment } from "@/lib/access/departments/rename-department";

const shown = () => revalidatePath("/manage/departments");

/** Puts the names of a text or a file into the list. */
const addDepartmentsAction = action(
  { access: anyAdmin, limit: "write", input: addDepartmentsInput },
  async ({ scope, input }) => {
    const added = await addDepartments(scope, input.names);
    shown();
    return added;
  },
);

/** Gives a department another name, with its people and events. */
const renameDepartmentAction = action(
  { access: anyAdmin, limit: "write", input: renameDepartmentInput },
  async ({ scope, input }) => {
    await renameDepartment(scope, input);
    shown();
    return true;
  },
);

/** Makes two departments one. */
const mergeDepartmentAction = action(
  { access: anyAdmin, limit: "write", input: mergeDepartmentInput },
  async ({ scope, input }) => {
    await mergeDepartment(scope, input);
    shown();
    return true;
  },
);

/** Takes an unused department out of the list. */
const removeDepartmentAction = action(
  { access: anyAdmin, limit: "write", input: removeDepartmentInput },
  async ({ scope, input }) => {
    await removeDepartment(scope, input);
    shown();
    return true;
  },
);

export { addDepartmentsAction, mergeDepartmentAction, removeDepartmentAction, renameDepartmentAction };
