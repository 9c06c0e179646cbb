// By grapheme, so that an emoji or a composed letter stays whole.
const firstLetter = (word: string) => {
  const [first] = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(word);
  return first?.segment.toLocaleUpperCase() ?? "";
};

/** The first letters of a name's first and last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return firstLetter(words[0] ?? "?") + (last ? firstLetter(last) : "");
}
