import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { dashboardQuery, liveDashboardQuery } from "@/lib/dashboard/input";
import {
  commentsQuery,
  responsesQuery,
  submitResponseInput,
  surveyQuery,
  updateSurveyInput,
} from "@/lib/surveys/input";
import {
  commentsAnswer,
  dashboardAnswer,
  dashboardsAnswer,
  responseAnswer,
  responsesAnswer,
  surveyAnswer,
} from "./answers-insight";
import { operation } from "./operation";

const survey = { description: "The survey", schema: surveyAnswer };

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
      answers: { 201: { description: "Stored", schema: responseAnswer } },
      refuses: [403, 404, 409],
    }),
  },
  "/api/surveys/comments": {
    get: operation({
      tag: "Surveys",
      summary: "Read what attendees wrote",
      description:
        "Comments, the newest day first and without names; with `question` the answers to that question. None before five people answered.",
      query: commentsQuery,
      answers: { 200: { description: "A page of them", schema: commentsAnswer } },
      refuses: [404],
    }),
  },
  "/api/surveys/responses": {
    get: operation({
      tag: "Surveys",
      summary: "Read whole responses",
      description:
        "The newest day first, without names unless the survey keeps them. None before five people answered.",
      query: responsesQuery,
      answers: { 200: { description: "A page of them", schema: responsesAnswer } },
      refuses: [404],
    }),
  },
  "/api/surveys/export": {
    get: operation({
      tag: "Surveys",
      summary: "Download the responses",
      description: "All of them as CSV, a response a line; only the heading before five people answered.",
      query: surveyQuery,
      answers: { 200: { description: "A file", schema: z.string(), type: "text/csv" } },
      refuses: [404],
    }),
  },
  "/api/dashboard": {
    get: operation({
      tag: "Dashboard",
      summary: "Read the numbers",
      description:
        "With `eventId` one event's; without it totals and a page of one's own events that start in the period. Without `from` the totals are those of the last year and of all that is to come. With `department` only its people are counted, but everybody's answers.",
      query: dashboardQuery,
      answers: { 200: { description: "The numbers", schema: z.union([dashboardAnswer, dashboardsAnswer]) } },
      refuses: [404],
    }),
  },
  "/api/dashboard/live": {
    get: operation({
      tag: "Dashboard",
      summary: "Follow the numbers",
      description: "Server-sent events of the same shape.",
      query: liveDashboardQuery,
      answers: { 200: { description: "A stream", schema: z.string(), type: "text/event-stream" } },
      refuses: [404],
    }),
  },
};
