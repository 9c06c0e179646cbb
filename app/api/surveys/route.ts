import { anyPerson, everyone, organizerOf } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { idempotencyClaimOf } from "@/app/_server/idempotency-claim";
import { answerOnce } from "@/lib/access/idempotency";
import { submitResponseInput, surveyQuery, updateSurveyInput } from "@/lib/surveys/input";
import { getSurvey } from "@/lib/surveys/queries";
import { findSurveyResults } from "@/lib/surveys/results";
import { submitResponse } from "@/lib/surveys/submit-response";
import { updateSurvey } from "@/lib/surveys/update-survey";

export const dynamic = "force-dynamic";

export const GET = route(
  { access: everyone, limit: "read", query: surveyQuery },
  async ({ actor, query: { eventId } }) => {
    const survey = await getSurvey(actor, eventId);
    const results = await findSurveyResults(actor, eventId);
    return json(results ? { ...survey, results } : survey);
  },
);

export const PUT = route(
  {
    access: organizerOf<{ body: { eventId: string } }>(({ body }) => body.eventId),
    limit: "write",
    body: updateSurveyInput,
  },
  async ({ scope, body }) => json(await updateSurvey(scope, body)),
);

export const POST = route(
  { access: anyPerson, limit: "write", body: submitResponseInput },
  async ({ scope, actor, request, body: { eventId, ...input } }) => {
    const claim = idempotencyClaimOf(request, actor, { eventId, ...input });
    const answer = await answerOnce(claim, async (tx) => ({
      status: 201,
      body: await submitResponse({ ...scope, eventId }, input, tx),
    }));
    return json(answer.body, answer.status);
  },
);
