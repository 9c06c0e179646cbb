import { type ClassNameValue, extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: { classGroups: { "font-size": [{ text: ["meta", "verdict"] }], shadow: [{ shadow: ["float"] }] } },
});

/** Joins class names; a later utility wins over an earlier one of the same kind. */
export function cn(...classes: ClassNameValue[]): string {
  return merge(...classes);
}
