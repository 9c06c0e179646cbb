import { z } from "zod";
import { answersAnswer, id, instant, pageAnswer, questionAnswer } from "./answers";

const averageRating = z.number().nullable().meta({ description: "null before five answered" });
const nps = z
  .int()
  .min(-100)
  .max(100)
  .nullable()
  .meta({ description: "per cent of 9 and 10 less per cent of 0 to 6; null before five said" });

const surveyTotals = z.object({
  responses: z.int(),
  comments: z.int(),
  averageRating,
  nps,
  promoters: z.int().nullable().meta({ description: "null where `nps` is" }),
  passives: z.int().nullable(),
  detractors: z.int().nullable(),
  ratings: z
    .object({ "1": z.int(), "2": z.int(), "3": z.int(), "4": z.int(), "5": z.int() })
    .nullable()
    .meta({ description: "null before five answered" }),
});

const surveyResults = surveyTotals
  .extend({
    invited: z.int().meta({ description: "those who were checked in" }),
    questions: z.array(
      questionAnswer.extend({
        answered: z.int(),
        average: z.number().nullable(),
        counts: z
          .array(z.object({ answer: z.string(), count: z.int() }))
          .meta({ description: "none before five answered" }),
      }),
    ),
  })
  .meta({ id: "SurveyResults" });

export const surveyAnswer = z
  .object({
    eventId: id,
    opensAt: instant,
    closesAt: instant,
    questions: z.array(questionAnswer),
    keepsNames: z.boolean().meta({ description: "whether answers stay with who gave them once it has closed" }),
    results: surveyResults.optional().meta({ description: "with organizer rights" }),
  })
  .meta({ id: "Survey" });

export const responseAnswer = z
  .object({
    id,
    eventId: id,
    rating: z.int(),
    nps: z.int().nullable(),
    comment: z.string().nullable(),
    submittedAt: instant,
  })
  .meta({ id: "SurveyResponse" });

export const responsesAnswer = pageAnswer(
  z
    .object({
      id,
      rating: z.int(),
      nps: z.int().nullable(),
      comment: z.string().nullable(),
      answers: answersAnswer,
      submittedAt: instant.meta({ description: "the day, in UTC" }),
      person: z
        .object({ registrationId: id, name: z.string() })
        .nullable()
        .meta({ description: "only where the survey keeps names" }),
    })
    .meta({ id: "SurveyAnswers" }),
);

export const commentsAnswer = pageAnswer(
  z
    .object({ id, text: z.string(), rating: z.int(), nps: z.int().nullable(), submittedAt: instant })
    .meta({ id: "SurveyComment" }),
);

const departmentCount = z.object({ department: z.string().nullable(), registered: z.int(), checkedIn: z.int() });

export const dashboardAnswer = z
  .object({
    eventId: id,
    capacity: z.int().nullable(),
    registered: z.int(),
    waitlisted: z.int(),
    cancelled: z.int(),
    checkedIn: z.int(),
    byDepartment: z.array(departmentCount),
    byDay: z.array(z.object({ date: z.iso.date(), registered: z.int(), cancelled: z.int() })),
    arrivals: z.array(z.object({ at: instant, checkedIn: z.int() })),
    survey: surveyTotals,
    asOf: instant,
  })
  .meta({ id: "Dashboard" });

const counts = z.object({
  registered: z.int(),
  waitlisted: z.int(),
  checkedIn: z.int(),
  responses: z.int(),
  averageRating,
  nps,
});

const groupCounts = z.object({ events: z.int(), registered: z.int(), checkedIn: z.int() });

export const dashboardsAnswer = pageAnswer(
  counts.extend({
    eventId: id,
    slug: z.string(),
    title: z.string(),
    status: z.enum(["draft", "published", "cancelled", "completed"]),
    startsAt: instant,
    endsAt: instant,
    timezone: z.string(),
    capacity: z.int().nullable(),
  }),
)
  .extend({
    totals: counts.extend({ events: z.int() }),
    byMonth: z.array(groupCounts.extend({ month: z.string().meta({ description: "of the start, in UTC: 2026-05" }) })),
    byDepartment: z.array(departmentCount).meta({ description: "at most 100, the largest first" }),
    byCategory: z.array(groupCounts.extend({ category: z.string() })),
    noShowRate: z
      .number()
      .nullable()
      .meta({ description: "the part of the registered of events that are over who were not checked in" }),
    asOf: instant,
  })
  .meta({ id: "Dashboards" });
