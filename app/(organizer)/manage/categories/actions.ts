"use server";

import { revalidatePath } from "next/cache";
import { anyAdmin } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { addCategory } from "@/lib/events/categories/add-category";
import {
  addCategoryInput,
  mergeCategoryInput,
  moveCategoryInput,
  removeCategoryInput,
  renameCategoryInput,
} from "@/lib/events/categories/input";
import { mergeCategory } from "@/lib/events/categories/merge-category";
import { moveCategory } from "@/lib/events/categories/move-category";
import { removeCategory } from "@/lib/events/categories/remove-category";
import { renameCategory } from "@/lib/events/categories/rename-category";

const shown = () => revalidatePath("/manage/categories");

/** Puts a category into the list. */
const addCategoryAction = action(
  { access: anyAdmin, limit: "write", input: addCategoryInput },
  async ({ scope, input }) => {
    const added = await addCategory(scope, input);
    shown();
    return added;
  },
);

/** Gives a category another name. */
const renameCategoryAction = action(
  { access: anyAdmin, limit: "write", input: renameCategoryInput },
  async ({ scope, input }) => {
    await renameCategory(scope, input);
    shown();
    return true;
  },
);

/** Moves a category by one place. */
const moveCategoryAction = action(
  { access: anyAdmin, limit: "write", input: moveCategoryInput },
  async ({ scope, input }) => {
    await moveCategory(scope, input);
    shown();
    return true;
  },
);

/** Gives the events of a category another one, and removes it. */
const mergeCategoryAction = action(
  { access: anyAdmin, limit: "write", input: mergeCategoryInput },
  async ({ scope, input }) => {
    await mergeCategory(scope, input);
    shown();
    return true;
  },
);

/** Removes a category that no event names. */
const removeCategoryAction = action(
  { access: anyAdmin, limit: "write", input: removeCategoryInput },
  async ({ scope, input }) => {
    await removeCategory(scope, input);
    shown();
    return true;
  },
);

export { addCategoryAction, mergeCategoryAction, moveCategoryAction, removeCategoryAction, renameCategoryAction };
