import { cn } from "./cn";

// By grapheme, so that an emoji or a composed letter stays whole.
const firstLetter = (word: string) => {
  const [first] = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(word);
  return first?.segment.toLocaleUpperCase() ?? "";
};

const initialsOf = (name: string) => {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return firstLetter(words[0] ?? "?") + (last ? firstLetter(last) : "");
};

/** A person's initials, for show only: the name must stand beside it. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        "inline-flex size-8 shrink-0 select-none items-center justify-center rounded-full bg-primary-soft text-xs font-semibold text-primary",
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
