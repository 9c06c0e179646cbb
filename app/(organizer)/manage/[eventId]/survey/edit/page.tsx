import type { Metadata } from "next";
import { ArrowLeft } from "@/app/_components/icons";
import { LinkButton } from "@/app/_components/link-button";
import { localOfInstant } from "@/lib/events/local-time";
import { getSurveySettings, type SurveySettings } from "@/lib/surveys/queries";
import { questionValuesOf } from "../../../_form/event-values";
import type { FormValues } from "../../../_form/form-part";
import { zoneLabelOf } from "../../../_form/zones";
import { managedEventOf } from "../../managed-event";
import { SurveySettingsForm } from "./survey-settings-form";

export const metadata: Metadata = { title: "Survey questions" };

export default async function SurveySettingsPage({ params }: { params: { eventId: string } }) {
  const { event, scope } = await managedEventOf(params.eventId, "/survey/edit");
  const survey = await getSurveySettings(scope);
  return (
    <>
      <LinkButton href={`/manage/${event.id}/survey`} variant="ghost" className="-ms-4 mb-4">
        <ArrowLeft aria-hidden className="rtl:rotate-180" />
        To the results
      </LinkButton>
      <SurveySettingsForm
        eventId={event.id}
        timezone={event.timezone}
        zone={zoneLabelOf(event.timezone)}
        initial={valuesOf(survey, event.timezone)}
        hasAnswers={survey.hasAnswers}
      />
    </>
  );
}

function valuesOf({ questions, chosen, keepsNames }: SurveySettings, timezone: string): FormValues {
  return {
    opensAt: chosen.opensAt ? localOfInstant(chosen.opensAt, timezone) : "",
    closesAt: chosen.closesAt ? localOfInstant(chosen.closesAt, timezone) : "",
    keepsNames: keepsNames ? "yes" : "no",
    ...questionValuesOf(questions),
  };
}
