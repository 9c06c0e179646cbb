import { ArrowLeft, ArrowRight } from "@/app/_components/icons";
import { LinkButton } from "./link-button";

type Props = { nextHref?: string; firstHref?: string; summary?: string; nextLabel?: string; firstLabel?: string };

/** Keyset pages know only "on" and "from the start"; a missing address means there is no such page. */
export function Pagination({
  nextHref,
  firstHref,
  summary,
  nextLabel = "Next page",
  firstLabel = "Back to start",
}: Props) {
  if (!nextHref && !firstHref) return null;
  return (
    <nav aria-label="Pages" className="mt-6 flex flex-wrap items-center gap-3">
      {firstHref && (
        <LinkButton href={firstHref} variant="ghost">
          <ArrowLeft aria-hidden className="rtl:rotate-180" />
          {firstLabel}
        </LinkButton>
      )}
      {summary && <p className="text-meta text-muted-foreground">{summary}</p>}
      {nextHref && (
        <LinkButton href={nextHref} className="ms-auto">
          {nextLabel}
          <ArrowRight aria-hidden className="rtl:rotate-180" />
        </LinkButton>
      )}
    </nav>
  );
}
