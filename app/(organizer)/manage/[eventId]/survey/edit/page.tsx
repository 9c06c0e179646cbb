import type { Metadata } from "next";
import { localOfInstant } from "@/lib/events/local-time";
import { getSurveySettings, type SurveySettings } from "@/lib/surveys/queries";
import { getSurveyResults } from "@/lib/surveys/results";
import { questionValuesOf } from "../../../_form/event-values";
import type { FormValues } from "../../../_form/form-part";
import { zoneLabelOf } from "../../../_form/zones";
import { managedEventOf } from "../../managed-event";
import { SurveyTabs } from "../survey-tabs";
import { SurveySettingsForm } from "./survey-settings-form";

export const metadata: Metadata = { title: "Survey questions" };

export default async function SurveySettingsPage({ params }: { params: { eventId: string } }) {
  const { event, scope } = await managedEventOf(params.eventId, "/survey/edit");
  const [survey, { responses }] = await Promise.all([getSurveySettings(scope), getSurveyResults(scope)]);
  return (
    <>
      <SurveyTabs eventId={event.id} current="questions" responses={responses} />
      <SurveySettingsForm
        eventId={event.id}
        timezone={event.timezone}
        zone={zoneLabelOf(event.timezone)}
        initial={valuesOf(survey, event.timezone)}
      />
    </>
  );
}

function valuesOf({ questions, chosen }: SurveySettings, timezone: string): FormValues {
  return {
    opensAt: chosen.opensAt ? localOfInstant(chosen.opensAt, timezone) : "",
    closesAt: chosen.closesAt ? localOfInstant(chosen.closesAt, timezone) : "",
    ...questionValuesOf(questions),
  };
}
