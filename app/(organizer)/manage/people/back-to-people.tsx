import Link from "next/link";
import { ChevronLeft } from "@/app/_components/icons";

/** The way back to the list. */
export function BackToPeople() {
  return (
    <Link
      href="/manage/people"
      className="-ms-1 mb-2 inline-flex min-h-11 items-center gap-1 pe-2 text-meta text-secondary hover:text-foreground"
    >
      <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
      People
    </Link>
  );
}
