import Link from "next/link";
import type { ReactNode } from "react";
import { ChevronLeft } from "@/app/_components/icons";

type Props = { title: string; eventTitle: string; eventId: string; children?: ReactNode };

/** The head of the door's side pages, with the way back to the scanner. */
export function DoorHeader({ title, eventTitle, eventId, children }: Props) {
  return (
    <header className="pb-4">
      <Link
        href={`/door/${eventId}`}
        className="-ms-1 inline-flex min-h-14 items-center gap-1 pe-2 text-base text-secondary hover:text-foreground"
      >
        <ChevronLeft aria-hidden className="size-5 rtl:rotate-180" />
        Back to scanning
      </Link>
      <h1 className="font-display text-2xl font-semibold text-foreground">{title}</h1>
      <p className="mt-1 text-base text-secondary">{eventTitle}</p>
      {children}
    </header>
  );
}
