import type { Category } from "@/lib/events/categories/input";

/** What a category is called; one that just left the list is called by its id. */
export function categoryLabelOf(categories: readonly Category[], id: string): string {
  return categories.find((category) => category.id === id)?.name ?? id.charAt(0).toUpperCase() + id.slice(1);
}
