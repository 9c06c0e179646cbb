import { z } from "zod";
import { categoryField, lineField } from "../input";

const categoryName = lineField("A category's name", 60).min(1, "Give the category a name.");

/** The whole list in its order. */
export const replaceCategoriesInput = z.object({
  items: z
    .array(z.object({ id: categoryField, name: categoryName }))
    .min(1, "Keep at least one category.")
    .max(50, "Keep at most 50 categories.")
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, "Two categories have the same id.")
    .refine(
      (items) => new Set(items.map(({ name }) => name.toLowerCase())).size === items.length,
      "Two categories have the same name.",
    ),
});

export const addCategoryInput = z.object({ name: categoryName });
export const renameCategoryInput = z.object({ id: categoryField, name: categoryName });
export const moveCategoryInput = z.object({ id: categoryField, by: z.enum(["up", "down"]) });
export const mergeCategoryInput = z.object({ id: categoryField, into: categoryField });
export const removeCategoryInput = z.object({ id: categoryField });

export type Category = z.output<typeof renameCategoryInput>;
export type ReplaceCategoriesInput = z.output<typeof replaceCategoriesInput>;
