import { StatusBadge } from "@/app/_components/status-badge";
import { formatInstant } from "@/lib/events/when";
import { now } from "@/lib/platform/clock";
import { type SurveyWindow, surveyStateOf } from "@/lib/surveys/rules";

type Props = { survey: SurveyWindow; timezone: string };

/** Whether answers are taken now, and until or from when. */
export function SurveyStateLine({ survey, timezone }: Props) {
  const state = surveyStateOf(survey, now());
  const opens = formatInstant(survey.opensAt, timezone);
  const closes = formatInstant(survey.closesAt, timezone);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-secondary">
      {state === "open" && <StatusBadge tone="success">Open</StatusBadge>}
      {state === "not_open" && <StatusBadge tone="neutral">Not open yet</StatusBadge>}
      {state === "closed" && <StatusBadge tone="neutral">Closed</StatusBadge>}
      {state === "open" && <span>Takes answers until {closes}</span>}
      {state === "not_open" && (
        <span>
          Opens on {opens}, closes on {closes}
        </span>
      )}
      {state === "closed" && <span>Took answers until {closes}</span>}
    </p>
  );
}
