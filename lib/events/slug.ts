import { searchTextOf } from "@/lib/platform/search-text";

/** The title as the end of an address: lower-case ASCII words joined by hyphens, "event" where nothing is left. */
export function slugOf(title: string): string {
  const words = searchTextOf(title)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, "");
  return words || "event";
}
