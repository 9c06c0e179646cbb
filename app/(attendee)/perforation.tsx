import { cn } from "../_components/cn";

// Half a ring over the card's edge: the half outside is clipped away, together with the edge itself.
const notch = "absolute size-6 rounded-full border border-border bg-background print:hidden";

/** Where a ticket is torn: a dotted line with a notch at both ends, across on a phone and down on a desk. */
export function Perforation() {
  return (
    <div aria-hidden className="relative px-5 md:px-0 md:py-5">
      <div className="h-full border-t-2 border-dashed border-border md:border-s-2 md:border-t-0" />
      <span
        className={cn(
          notch,
          "-inset-s-3.25 -top-2.75 [clip-path:inset(-1px_-1px_-1px_12px)] rtl:[clip-path:inset(-1px_12px_-1px_-1px)]",
          "md:-inset-s-2.75 md:-top-3.25 md:[clip-path:inset(12px_-1px_-1px_-1px)] rtl:md:[clip-path:inset(12px_-1px_-1px_-1px)]",
        )}
      />
      <span
        className={cn(
          notch,
          "-inset-e-3.25 -top-2.75 [clip-path:inset(-1px_12px_-1px_-1px)] rtl:[clip-path:inset(-1px_-1px_-1px_12px)]",
          "md:-inset-s-2.75 md:inset-e-auto md:top-auto md:-bottom-3.25 md:[clip-path:inset(-1px_-1px_12px_-1px)] rtl:md:[clip-path:inset(-1px_-1px_12px_-1px)]",
        )}
      />
    </div>
  );
}
