import Link from "next/link";
import { ChevronLeft } from "@/app/_components/icons";
import type { DoorState } from "../door/door-state";
import type { DoorCounts } from "../roster/count-people";
import { SyncChip } from "./sync-chip";

type Props = {
  title: string;
  post: string;
  counts: DoorCounts;
  state: DoorState;
  timeOf: (instant: string) => string;
  onGates: () => void;
};

/** Which event and gate this door belongs to, how many are inside, and how fresh this phone's list is. */
export function ScannerHead({ title, post, counts, state, timeOf, onGates }: Props) {
  return (
    <header className="flex flex-col wide:col-span-2 wide:flex-row wide:items-center wide:justify-between wide:gap-6">
      <div className="flex min-h-14 min-w-0 items-center gap-1">
        <Link
          href="/door"
          prefetch={false}
          aria-label="All doors"
          className="-ms-3 flex size-14 shrink-0 items-center justify-center rounded-full text-secondary hover:bg-muted"
        >
          <ChevronLeft aria-hidden className="size-6 rtl:rotate-180" />
        </Link>
        <div className="min-w-0">
          <h1 className="line-clamp-2 font-display text-lg font-semibold leading-6 text-foreground short:line-clamp-1">
            {title}
          </h1>
          {post && <p className="truncate text-meta text-secondary">{post}</p>}
        </div>
      </div>
      <div className="flex min-h-14 items-center justify-between gap-3 wide:gap-6">
        <button
          type="button"
          onClick={onGates}
          className="-mx-2 min-h-14 shrink-0 rounded-md px-2 font-display text-2xl font-semibold whitespace-nowrap text-foreground hover:bg-muted"
        >
          {counts.checkedIn} in <span className="font-normal text-muted-foreground">/ {counts.registered}</span>
          <span className="sr-only">, show gates</span>
        </button>
        <SyncChip state={state} timeOf={timeOf} />
      </div>
    </header>
  );
}
