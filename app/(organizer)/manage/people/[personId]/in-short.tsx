import Link from "next/link";
import { formatInstant } from "@/lib/events/when";

type Item = { id: string; href: string; title: string; startsAt: Date; timezone: string; status: string };

/** A few lines of what a person registered for or runs. */
export function InShort({ items, count, nothing }: { items: readonly Item[]; count: number; nothing: string }) {
  if (items.length === 0) return <p className="text-sm text-secondary">{nothing}</p>;
  const more = count - items.length;
  return (
    <>
      <ul className="divide-y divide-border text-sm">
        {items.map(({ id, href, title, startsAt, timezone, status }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
            <Link href={href} className="min-w-0 font-medium text-foreground underline-offset-4 hover:underline">
              <bdi>{title}</bdi>
            </Link>
            <span className="text-meta text-muted-foreground">
              <time dateTime={startsAt.toISOString()}>{formatInstant(startsAt, timezone)}</time> · {status}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-2 text-meta text-muted-foreground">And {more.toLocaleString("en")} more.</p>}
    </>
  );
}
