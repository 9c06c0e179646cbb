import { z } from "zod";
import { instantField, lineField, pageFields, proseField, questionsField } from "@/lib/events/input";
import { answersField, gatherAnswers } from "@/lib/registrations/input";

const blankIsAbsent = (value: unknown) => (value === "" || value === null ? undefined : value);
const eventId = z.uuid().toLowerCase();

const ratingMessage = "Choose a rating from 1 to 5.";
const npsMessage = "Choose a number from 0 to 10.";

const yesOrNo = z.preprocess((value) => (value === "yes" ? true : value === "no" ? false : value), z.boolean());

const responseFields = {
  rating: z.preprocess(
    blankIsAbsent,
    z.coerce.number(ratingMessage).int(ratingMessage).min(1, ratingMessage).max(5, ratingMessage),
  ),
  nps: z.preprocess(
    blankIsAbsent,
    z.coerce.number(npsMessage).int(npsMessage).min(0, npsMessage).max(10, npsMessage).optional(),
  ),
  comment: z.preprocess(blankIsAbsent, proseField("The comment", 2000).optional()),
  answers: answersField,
  /** What the page said about names when it was answered. */
  keepsNames: yesOrNo.optional(),
};

/** A response, by event; own questions as `answers`, or in a form as fields named `answers.<question id>`. */
export const submitResponseInput = z.preprocess(gatherAnswers, z.object({ eventId, ...responseFields }));

/** The same from the page of a secret link. */
export const answerByTokenInput = z.preprocess(gatherAnswers, z.object({ token: z.string(), ...responseFields }));

/**
 * The whole survey: what is left out falls back to its default, but for `keepsNames`, which stays
 * as it is.
 */
export const updateSurveyInput = z.object({
  eventId,
  questions: questionsField
    .refine((asked) => asked.every(({ kind }) => kind !== "consent"), "A survey asks for no consent.")
    .default([]),
  opensAt: instantField("The opening").nullable().default(null),
  closesAt: instantField("The closing").nullable().default(null),
  keepsNames: yesOrNo
    .optional()
    .meta({ description: "whether answers keep whose they are after the survey closed; fixed by the first answer" }),
});

export const surveyQuery = z.object({ eventId });

/** Comments, or with `question` the text answers to that one; newest first. */
export const listCommentsInput = z.object({
  question: z.preprocess(blankIsAbsent, lineField("The question", 40).optional()),
  ...pageFields,
});

/** A page of whole responses, the newest day first. */
export const responsesQuery = z.object({ eventId, ...pageFields });

export const commentsQuery = listCommentsInput.extend({ eventId });

export type ResponseInput = Omit<z.output<typeof submitResponseInput>, "eventId">;
export type UpdateSurveyInput = Omit<z.output<typeof updateSurveyInput>, "eventId">;
export type ListResponsesInput = Omit<z.output<typeof responsesQuery>, "eventId">;
export type ListCommentsInput = z.output<typeof listCommentsInput>;
