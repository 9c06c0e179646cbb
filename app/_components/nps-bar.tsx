type Props = { score: number; promoters: number; passives: number; detractors: number; basis: string };

const percent = (part: number, whole: number) => (whole > 0 ? (part / whole) * 100 : 0);

/** A recommendation score on its scale from -100 to 100, with the three shares it comes from and how many answered. */
export function NpsBar({ score, promoters, passives, detractors, basis }: Props) {
  const all = promoters + passives + detractors;
  const shares = [
    { name: "Would not (0–6)", count: detractors, colour: "bg-destructive" },
    { name: "Undecided (7–8)", count: passives, colour: "bg-input" },
    { name: "Would (9–10)", count: promoters, colour: "bg-success" },
  ];
  return (
    <div>
      <p className="flex items-baseline gap-2">
        <span className="font-display text-3xl font-semibold text-foreground">
          {score > 0 && "+"}
          {String(score).replace("-", "−")}
        </span>
        <span className="text-sm text-muted-foreground">{basis}</span>
      </p>
      <div aria-hidden className="mb-5 mt-3">
        <div className="relative h-2 rounded-full bg-chart-track">
          <span className="absolute inset-y-0 inset-s-1/2 w-px bg-input" />
          <span
            className="absolute top-1/2 size-4 -translate-1/2 rounded-full border-2 border-card bg-chart-1 rtl:translate-x-1/2"
            style={{ insetInlineStart: `${(score + 100) / 2}%` }}
          />
        </div>
        <div className="mt-1.5 flex justify-between text-xs text-muted-foreground">
          <span>−100</span>
          <span>0</span>
          <span>100</span>
        </div>
      </div>
      <div aria-hidden className="flex h-3 gap-0.5 overflow-hidden rounded-full">
        {shares.map(({ name, count, colour }) => (
          <span key={name} className={`${colour} forced-colors:bg-[CanvasText]`} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="mt-2 flex flex-wrap justify-between gap-x-5 gap-y-1 text-meta text-secondary">
        {shares.map(({ name, count, colour }) => (
          <li key={name} className="flex items-center gap-1.5">
            <span aria-hidden className={`size-2 rounded-full ${colour}`} />
            {name} <span className="font-medium text-foreground">{Math.round(percent(count, all))} %</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
