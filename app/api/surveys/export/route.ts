import { organizerOf } from "@/app/_server/access";
import { route } from "@/app/_server/api-route";
import { csvAnswer, csvOf, csvStart } from "@/app/_server/csv";
import type { OrganizerScope } from "@/lib/access/scopes";
import { readEvent } from "@/lib/events/queries";
import { now } from "@/lib/platform/clock";
import { recordExport } from "@/lib/retention/record-export";
import { surveyQuery } from "@/lib/surveys/input";
import { listResponses } from "@/lib/surveys/list-responses";
import { getSurveySettings, type SurveySettings } from "@/lib/surveys/queries";

export const dynamic = "force-dynamic";

const batchSize = 1000;

/** The responses as a CSV file, sent while they are read. */
export const GET = route(
  {
    access: organizerOf<{ query: { eventId: string } }>(({ query }) => query.eventId),
    limit: "read",
    query: surveyQuery,
  },
  async ({ scope }) => {
    const [event, survey] = await Promise.all([readEvent(scope.eventId), getSurveySettings(scope)]);
    await recordExport(scope, "survey.exported");
    return csvAnswer(`${event.slug}-survey-${dayOf(now())}.csv`, linesOf(scope, survey));
  },
);

async function* linesOf(scope: OrganizerScope, { questions, keepsNames }: SurveySettings): AsyncGenerator<string> {
  const asked = questions.map(({ label }) => label);
  yield csvStart + csvOf([["Day (UTC)", "Rating", "Recommends", "Comment", ...asked, ...(keepsNames ? ["Name"] : [])]]);
  let cursor: string | undefined;
  do {
    const page = await listResponses(scope, { limit: batchSize, cursor });
    yield csvOf(
      page.items.map(({ submittedAt, rating, nps, comment, answers, person }) => [
        dayOf(submittedAt),
        rating,
        nps,
        comment,
        ...questions.map(({ id }) => plainAnswer(answers[id])),
        ...(keepsNames ? [person?.name] : []),
      ]),
    );
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

// Surveys ask for no consent.
function plainAnswer(answer: string | number | object | undefined): string | number | undefined {
  return typeof answer === "object" ? undefined : answer;
}
