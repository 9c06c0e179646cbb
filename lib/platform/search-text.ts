/** The parts as one lower-case text without accents: what search compares, in the table and in what was typed. */
export function searchTextOf(...parts: (string | null | undefined)[]): string {
  const text = parts.filter((part) => part).join(" ");
  // Most names and addresses are plain, and a rush of people registering should not pay for the rest.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .replaceAll("ß", "ss")
    .replaceAll("ı", "i")
    .replaceAll("æ", "ae");
}
