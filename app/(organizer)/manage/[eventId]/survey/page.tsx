import type { Metadata } from "next";
import { Card } from "@/app/_components/card";
import { EmptyState } from "@/app/_components/empty-state";
import { Pencil } from "@/app/_components/icons";
import { LinkButton } from "@/app/_components/link-button";
import { pageOrFirst } from "@/app/_server/page-or-first";
import { listCommentsInput } from "@/lib/surveys/input";
import { getSurveySettings, listComments } from "@/lib/surveys/queries";
import { getSurveyResults } from "@/lib/surveys/results";
import { managedEventOf } from "../managed-event";
import { Comments } from "./comments";
import { QuestionResult } from "./question-result";
import { SurveyNumbers } from "./survey-numbers";
import { SurveyStateLine } from "./survey-state";

export const metadata: Metadata = { title: "Survey" };

type Props = { params: { eventId: string }; searchParams: Record<string, string | string[] | undefined> };

export default async function SurveyResultsPage({ params, searchParams }: Props) {
  const { event, scope } = await managedEventOf(params.eventId, "/survey");
  const asked = listCommentsInput.safeParse({ question: searchParams.question, cursor: searchParams.cursor });
  const { question, cursor } = asked.data ?? {};
  const home = `/manage/${event.id}/survey`;
  const [survey, results, page] = await Promise.all([
    getSurveySettings(scope),
    getSurveyResults(scope),
    pageOrFirst(listComments(scope, { question, cursor, limit: 10 }), home),
  ]);
  const closed = results.questions.filter(({ kind }) => kind !== "text");
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <SurveyStateLine survey={survey} timezone={event.timezone} />
        <LinkButton href={`${home}/edit`}>
          <Pencil aria-hidden strokeWidth={1.75} />
          Questions and dates
        </LinkButton>
      </div>
      {results.responses === 0 ? (
        <EmptyState title="No answers yet">
          Ratings, the recommendation score and comments appear here when people who were checked in have answered.
        </EmptyState>
      ) : (
        <div className="mt-6 flex flex-col gap-6">
          <SurveyNumbers totals={results} invited={results.invited} />
          {closed.length > 0 && (
            <div className="grid gap-6 lg:grid-cols-2">
              {closed.map((each) => (
                <Card key={each.id}>
                  <QuestionResult question={each} />
                </Card>
              ))}
            </div>
          )}
          <Comments eventId={event.id} timezone={event.timezone} {...{ results, question, cursor, page }} />
        </div>
      )}
    </>
  );
}
