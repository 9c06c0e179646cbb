// Browsers read `\` as `/` and drop tabs and line breaks, so either could turn a path into another site's address.
const unsafe = /[\\\p{Cc}]/u;

/** `value` when it is a path of this site, else the fallback: whoever follows it can't be led away. */
export function ownPathOf(value: unknown, fallback: string): string {
  if (typeof value !== "string" || value.length > 1000 || unsafe.test(value)) return fallback;
  if (!value.startsWith("/") || value.startsWith("//")) return fallback;
  const { origin, pathname } = new URL(value, "http://here");
  return origin === "http://here" && !pathname.startsWith("//") ? value : fallback;
}
