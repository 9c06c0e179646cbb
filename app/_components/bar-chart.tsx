"use client";

import { type KeyboardEvent, useState } from "react";
import { axisTicks, printsLabel, yieldsOnPhone } from "./chart-scale";
import { cn } from "./cn";

/** One bar. `value: null` is "not known", which is not zero; `mark` names a special one, such as "Today". */
export type ChartBar = { key: string; label: string; value: number | null; text: string; mark?: string };

type Props = {
  bars: readonly ChartBar[];
  label: string;
  ceiling?: { value: number; label: string };
  className?: string;
};

/**
 * Bars from zero with direct labels. One stop for the keyboard: arrows walk along the bars and read each aloud; pointing
 * at a bar shows the same words.
 */
export function BarChart({ bars, label, ceiling, className }: Props) {
  const [active, setActive] = useState<number | null>(null);
  const highest = Math.max(0, ...bars.map((bar) => bar.value ?? 0), ceiling?.value ?? 0);
  const ticks = axisTicks(highest);
  const top = ticks.at(-1) ?? 1;
  const height = (value: number) => `${(value / top) * 100}%`;
  const marks = bars.flatMap((bar, index) => (bar.mark ? [index] : []));
  const peak = bars.findIndex((bar) => bar.value === Math.max(...bars.map((each) => each.value ?? 0)));
  const shown = active === null ? undefined : bars[active];

  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -bars.length, End: bars.length }[event.key];
    if (event.key === "Escape") setActive(null);
    if (step === undefined) return;
    event.preventDefault();
    setActive((at) => Math.min(Math.max((at ?? (step > 0 ? -1 : bars.length)) + step, 0), bars.length - 1));
  };

  return (
    <div className={cn("min-w-0", className)}>
      <p aria-live="polite" className="mb-2 min-h-5 text-meta text-secondary">
        {shown?.text}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div
        role="group"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows need a place to start from
        tabIndex={0}
        onKeyDown={walk}
        onBlur={() => setActive(null)}
        onPointerLeave={() => setActive(null)}
        className="rounded-sm"
      >
        <div className="relative h-44 ps-8" aria-hidden>
          {ticks.map((tick) => (
            <div
              key={tick}
              className={cn("absolute inset-x-0 flex items-center", tick === 0 ? "text-input" : "text-border")}
              style={{ bottom: height(tick) }}
            >
              <span className="absolute inset-s-0 w-6 translate-y-0 text-end text-xs text-muted-foreground">
                {tick}
              </span>
              <span className="ms-8 h-px flex-1 bg-current" />
            </div>
          ))}
          {ceiling && (
            <div
              className="absolute inset-s-8 inset-e-0 border-t border-dashed border-secondary"
              style={{ bottom: height(ceiling.value) }}
            >
              <span className="absolute bottom-0.5 inset-e-0 text-xs text-secondary">{ceiling.label}</span>
            </div>
          )}
          <div className={cn("relative flex h-full items-end", bars.length > 40 ? "gap-px" : "gap-0.5 sm:gap-1")}>
            {bars.map((bar, index) => (
              <div
                key={bar.key}
                onPointerEnter={() => setActive(index)}
                className="relative flex h-full min-w-0 flex-1 items-end justify-center"
              >
                {bar.value === null ? (
                  <div className="h-1 w-full bg-[repeating-linear-gradient(135deg,var(--border)_0_2px,transparent_2px_4px)]" />
                ) : (
                  <div
                    className={cn(
                      "w-full max-w-10 rounded-t-[3px] transition-colors forced-colors:bg-[CanvasText]",
                      active === index ? "bg-primary-hover" : bar.mark ? "bg-chart-1" : "bg-chart-soft",
                    )}
                    style={{ height: height(bar.value), minHeight: bar.value > 0 ? 2 : 0 }}
                  />
                )}
                {bar.value !== null && bar.value > 0 && (bars.length <= 12 || index === peak || bar.mark) && (
                  <span
                    className="absolute text-xs font-medium text-secondary"
                    style={{ bottom: `calc(${height(bar.value)} + 2px)` }}
                  >
                    {bar.value}
                  </span>
                )}
              </div>
            ))}
          </div>
        </div>
        <div className="ms-8 flex pt-1.5 text-xs text-muted-foreground" aria-hidden>
          {bars.map((bar, index) => (
            <div key={bar.key} className="relative h-4 min-w-0 flex-1">
              {(bar.mark || printsLabel(index, bars.length, marks)) && (
                <span
                  className={cn(
                    "absolute top-0 whitespace-nowrap",
                    !bar.mark && yieldsOnPhone(index, bars.length) && "max-sm:hidden",
                    index === 0 && bars.length > 5
                      ? "inset-s-0"
                      : index === bars.length - 1 && bars.length > 5
                        ? "inset-e-0"
                        : "inset-s-1/2 -translate-x-1/2 rtl:translate-x-1/2",
                    bar.mark && "font-medium text-primary",
                  )}
                >
                  {bar.mark ?? bar.label}
                </span>
              )}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
