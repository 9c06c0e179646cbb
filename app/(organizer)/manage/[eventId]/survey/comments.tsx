import { Card } from "@/app/_components/card";
import { FilterChips } from "@/app/_components/filter-chips";
import { Star } from "@/app/_components/icons";
import { Pagination } from "@/app/_components/pagination";
import type { Page } from "@/lib/platform/page";
import type { Comment } from "@/lib/surveys/queries";
import type { SurveyResults } from "@/lib/surveys/results";

type Props = {
  eventId: string;
  results: SurveyResults;
  question: string | undefined;
  cursor: string | undefined;
  page: Page<Comment>;
};

const dayFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/**
 * What attendees wrote, the newest day first: comments, or the answers to one of the organizer's
 * questions.
 */
export function Comments({ eventId, results, question, cursor, page }: Props) {
  const textQuestions = results.questions.filter(({ kind }) => kind === "text");
  const hrefOf = (of: string | undefined, next?: string) => {
    const query = new URLSearchParams({ ...(of && { question: of }), ...(next && { cursor: next }) }).toString();
    return `/manage/${eventId}/survey${query && `?${query}`}#comments`;
  };
  return (
    <Card
      id="comments"
      title="In their words"
      description="Without names, the newest day first."
      className="scroll-mt-20"
    >
      {textQuestions.length > 0 && (
        <FilterChips
          label="Answers to"
          className="mb-4"
          items={[
            { href: hrefOf(undefined), label: "Comments", count: results.comments, selected: !question },
            ...textQuestions.map(({ id, label, answered }) => ({
              href: hrefOf(id),
              label,
              count: answered,
              selected: question === id,
            })),
          ]}
        />
      )}
      {page.items.length === 0 && <p className="text-sm text-secondary">Nobody wrote anything here yet.</p>}
      <ul className="divide-y divide-border">
        {page.items.map((comment) => (
          <li key={comment.id} className="py-4 first:pt-0 last:pb-0">
            <p className="max-w-measure whitespace-pre-line text-base text-foreground" dir="auto">
              {comment.text}
            </p>
            <p className="mt-1.5 flex flex-wrap items-center gap-x-3 text-meta text-muted-foreground">
              <span className="inline-flex items-center gap-1">
                <span className="sr-only">Rated </span>
                {comment.rating}
                <Star aria-hidden className="size-3.5" strokeWidth={1.75} />
                <span className="sr-only">of 5</span>
              </span>
              {comment.nps !== null && <span>Recommends {comment.nps} of 10</span>}
              <time dateTime={comment.submittedAt.toISOString().slice(0, 10)}>
                {dayFormat.format(comment.submittedAt)}
              </time>
            </p>
          </li>
        ))}
      </ul>
      <Pagination
        nextHref={page.nextCursor ? hrefOf(question, page.nextCursor) : undefined}
        nextLabel="Earlier ones"
        firstHref={cursor && hrefOf(question)}
        firstLabel="Newest"
      />
    </Card>
  );
}
