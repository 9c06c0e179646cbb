/** A category's slug as a word to show. */
export function categoryLabelOf(category: string): string {
  return category.charAt(0).toUpperCase() + category.slice(1);
}
