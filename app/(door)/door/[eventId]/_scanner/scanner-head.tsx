import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { LinkChip } from "./link-chip";
import type { DoorCounts } from "./use-roster";

type Props = { title: string; counts: DoorCounts; isReachable: boolean; waiting: number };

/** Which event this door belongs to, how many are in, and whether the server answers. */
export function ScannerHead({ title, counts, isReachable, waiting }: Props) {
  return (
    <header className="flex flex-col lg:col-span-2 lg:flex-row lg:items-center lg:justify-between lg:py-2">
      <div className="flex min-h-14 min-w-0 items-center gap-1">
        <Link
          href="/door"
          aria-label="All doors"
          className="-ms-3 flex size-12 shrink-0 items-center justify-center rounded-full text-secondary hover:bg-muted"
        >
          <ChevronLeft aria-hidden className="size-6 rtl:rotate-180" />
        </Link>
        <h1 className="line-clamp-2 min-w-0 font-display text-lg font-semibold leading-6 text-foreground">{title}</h1>
      </div>
      <div className="flex items-center justify-between gap-6">
        <p className="font-display text-2xl font-semibold text-foreground">
          {counts.checkedIn} in <span className="font-normal text-muted-foreground">/ {counts.registered}</span>
        </p>
        <LinkChip isReachable={isReachable} waiting={waiting} />
      </div>
    </header>
  );
}
