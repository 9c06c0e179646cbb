import type { Metadata } from "next";
import { buttonStyle } from "@/app/_components/button-style";
import { Card } from "@/app/_components/card";
import { EmptyState } from "@/app/_components/empty-state";
import { Download, Pencil } from "@/app/_components/icons";
import { LinkButton } from "@/app/_components/link-button";
import { pageOrFirst } from "@/app/_server/page-or-first";
import { listCommentsInput } from "@/lib/surveys/input";
import { getSurveySettings, listComments } from "@/lib/surveys/queries";
import { getSurveyResults } from "@/lib/surveys/results";
import { viewedEventOf } from "../managed-event";
import { Comments } from "./comments";
import { QuestionResult } from "./question-result";
import { SurveyNumbers } from "./survey-numbers";
import { SurveyStateLine } from "./survey-state";

export const metadata: Metadata = { title: "Survey" };

type Props = { params: { eventId: string }; searchParams: Record<string, string | string[] | undefined> };

export default async function SurveyResultsPage({ params, searchParams }: Props) {
  const { event, scope } = await viewedEventOf(params.eventId, "/survey");
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
        <div className="flex flex-wrap gap-2">
          {scope.mayOrganize && results.averageRating !== null && (
            // A plain link: the router must not fetch a download ahead.
            <a
              href={`/api/surveys/export?eventId=${event.id}`}
              download
              className={buttonStyle({ variant: "secondary" })}
            >
              <Download aria-hidden strokeWidth={1.75} />
              Answers as CSV
            </a>
          )}
          {scope.mayOrganize && (
            <LinkButton href={`${home}/edit`}>
              <Pencil aria-hidden strokeWidth={1.75} />
              Questions and dates
            </LinkButton>
          )}
        </div>
      </div>
      {results.responses === 0 ? (
        <EmptyState title="No answers yet">
          Ratings, the recommendation score and comments appear here when people who were checked in have answered.
        </EmptyState>
      ) : (
        <div className="mt-6 flex flex-col gap-6">
          <SurveyNumbers totals={results} invited={results.invited} />
          {results.averageRating !== null && closed.length > 0 && (
            <div className="grid gap-6 lg:grid-cols-2">
              {closed.map((each) => (
                <Card key={each.id}>
                  <QuestionResult question={each} />
                </Card>
              ))}
            </div>
          )}
          {results.averageRating !== null && (
            <Comments eventId={event.id} results={results} question={question} cursor={cursor} page={page} />
          )}
        </div>
      )}
    </>
  );
}
