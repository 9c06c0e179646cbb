import { parseRanges } from "./unicode-range";

/** One file of a family: these characters, taken from fontsource's file of the script `source`. */
export type Part = { name: string; source: string; characters: Set<number> };

// English and what most western European languages add to it: all that the first load of most pages
// needs.
const western = parseRanges(
  "U+20-7E,U+A0-A1,U+A3,U+A7,U+A9,U+AB,U+AE,U+B0-B1,U+B7,U+BB,U+BF-FF,U+131,U+152-153," +
    "U+2009,U+2011,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+202F,U+2039-203A," +
    "U+20AC,U+2122,U+2191,U+2193,U+2212",
);

// Polish, Czech, Turkish, Romanian, Hungarian, the Baltic languages, Welsh, the capital ß, and
// currencies.
const european = parseRanges("U+100-130,U+132-151,U+154-17F,U+218-21B,U+1E80-1E85,U+1E9E,U+20A0-20AB,U+20AD-20C0");

/** The part that every page preloads. */
export const firstPart = "western";

/** The files that a family is split into: where two have a character, the later one draws it. */
export function partsOf(rangeOfScript: Record<string, string>): Part[] {
  const without = (points: Set<number>, others: Set<number>) =>
    new Set([...points].filter((point) => !others.has(point)));
  const scripts = Object.entries(rangeOfScript).map(([script, range]) => {
    const characters = without(without(parseRanges(range), western), european);
    return { name: script, source: script, characters };
  });
  return [
    ...scripts,
    { name: "european", source: "latin-ext", characters: european },
    { name: firstPart, source: "latin", characters: western },
  ];
}
