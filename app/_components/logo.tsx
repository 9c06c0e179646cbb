import type { Brand } from "./brand";
import { cn } from "./cn";

/** The mark: a ticket with its stub being torn off. The ink follows the theme. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cn("size-7 shrink-0", className)}>
      <path
        className="fill-primary"
        d="M4 7h14v18H4a2.5 2.5 0 0 1-2.5-2.5v-3.3a3.2 3.2 0 0 0 0-6.4V9.5A2.5 2.5 0 0 1 4 7Z"
      />
      <path
        className="fill-foreground"
        transform="rotate(11 20 25)"
        d="M20 7h5a2.5 2.5 0 0 1 2.5 2.5v3.3a3.2 3.2 0 0 0 0 6.4v3.3A2.5 2.5 0 0 1 25 25h-5Z"
      />
      <path
        className="stroke-primary-foreground"
        fill="none"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="m7.6 16.2 2.9 2.9 4.6-6"
      />
    </svg>
  );
}

/** Mark and name; give the link around it, not this, the accessible name of where it goes. */
export function Logo({ brand, className }: { brand: Brand; className?: string }) {
  return (
    <span className={cn("inline-flex min-w-0 items-center gap-2 text-foreground", className)}>
      {brand.logoUrl ? (
        // biome-ignore lint/performance/noImgElement: the optimizer is off
        <img src={brand.logoUrl} alt="" className="h-8 max-w-28 shrink-0 object-contain" />
      ) : (
        <LogoMark />
      )}
      <span className="line-clamp-2 min-w-0 font-display text-lg leading-6 font-semibold tracking-tight break-words">
        {brand.name}
      </span>
    </span>
  );
}
