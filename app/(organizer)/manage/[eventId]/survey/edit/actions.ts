"use server";

import { revalidatePath } from "next/cache";
import { organizerOf } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { updateSurvey } from "@/lib/surveys/update-survey";
import { type SurveyFormInput, surveyFormInput } from "./survey-form-input";

/** Saves the survey's own questions and dates. */
const updateSurveyAction = action(
  { access: organizerOf<SurveyFormInput>(({ eventId }) => eventId), limit: "write", input: surveyFormInput },
  async ({ scope, input }) => {
    const { questions } = await updateSurvey(scope, input);
    revalidatePath(`/manage/${scope.eventId}/survey`, "layout");
    return { questions: questions.length };
  },
);

export { updateSurveyAction };
