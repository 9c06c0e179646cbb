/** Says that what is shown moves by itself. */
export function LiveDot({ label = "Live" }: { label?: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-meta font-medium text-success">
      <span aria-hidden className="size-2 animate-pulse-dot rounded-full bg-success forced-colors:bg-[CanvasText]" />
      {label}
    </span>
  );
}
