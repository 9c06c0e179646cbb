import { cn } from "./cn";

/** The mark: a ticket with its stub half torn away. The ink follows the theme. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cn("size-7 shrink-0", className)}>
      <path className="fill-primary" d="M6 5h13v22H6a3 3 0 0 1-3-3v-4.2a3.9 3.9 0 0 0 0-7.6V8a3 3 0 0 1 3-3Z" />
      <path
        className="fill-foreground"
        d="m22.3 5.6 3.9 1a3 3 0 0 1 2.1 3.7l-1 3.6a3.9 3.9 0 0 0-2 7.3l-1.1 4a3 3 0 0 1-1.9 2.1Z"
      />
      <path
        className="stroke-primary-foreground"
        fill="none"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="m8.4 16.3 2.7 2.7 4.6-5.6"
      />
    </svg>
  );
}

/** Mark and name; give the link around it, not this, the accessible name of where it goes. */
export function Logo({ name = "Turnout", className }: { name?: string; className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2 text-foreground", className)}>
      <LogoMark />
      <span className="font-display text-lg font-semibold tracking-tight">{name}</span>
    </span>
  );
}
