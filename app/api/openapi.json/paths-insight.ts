import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { submitResponseInput, surveyQuery, updateSurveyInput } from "@/lib/surveys/input";
import { dashboardAnswer, surveyAnswer } from "./answers";
import { operation } from "./operation";

const survey = { description: "The survey", schema: surveyAnswer };
const optionalEvent = surveyQuery.partial();

export const insightPaths: ZodOpenApiPathsObject = {
  "/api/surveys": {
    get: operation({
      tag: "Surveys",
      summary: "Read an event's survey",
      description: "With organizer rights also its results.",
      isPublic: true,
      query: surveyQuery,
      answers: { 200: survey },
      refuses: [404],
    }),
    put: operation({
      tag: "Surveys",
      summary: "Set an event's survey",
      body: updateSurveyInput,
      answers: { 200: survey },
      refuses: [404],
    }),
    post: operation({
      tag: "Surveys",
      summary: "Answer a survey",
      description:
        "One response a person, of those who were checked in (`not_an_attendee`), while it is open (`survey_closed`), once (`already_answered`).",
      isIdempotent: true,
      body: submitResponseInput,
      answers: { 201: { description: "Stored", schema: z.looseObject({}) } },
      refuses: [403, 404, 409],
    }),
  },
  "/api/dashboard": {
    get: operation({
      tag: "Dashboard",
      summary: "Read the numbers",
      description: "With `eventId` one event's; without it totals and a page of one's own events.",
      query: optionalEvent,
      answers: { 200: { description: "The numbers", schema: z.union([dashboardAnswer, z.looseObject({})]) } },
      refuses: [404],
    }),
  },
  "/api/dashboard/live": {
    get: operation({
      tag: "Dashboard",
      summary: "Follow the numbers",
      description: "Server-sent events of the same shape.",
      query: surveyQuery,
      answers: { 200: { description: "A stream", schema: z.string(), type: "text/event-stream" } },
      refuses: [404],
    }),
  },
};
