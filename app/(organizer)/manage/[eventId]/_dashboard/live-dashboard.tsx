"use client";

import { Card } from "@/app/_components/card";
import { LinkButton } from "@/app/_components/link-button";
import { SurveyNumbers } from "../survey/survey-numbers";
import { DataAge } from "./data-age";
import { ArrivalsFigure, DaysFigure, DepartmentsFigure } from "./figures";
import { headlineOf } from "./headline";
import { Kpis } from "./kpis";
import { type DashboardEvent, type LiveNumbers, phaseOf } from "./live-numbers";
import { NobodyYet } from "./nobody-yet";
import { useLiveNumbers } from "./use-live-numbers";
import { dateIn } from "./zoned-words";

type Props = { event: DashboardEvent; initial: LiveNumbers; nowMs: number; pageUrl: string };

/** The event in numbers, moving as they do. Drawn whole by the server, so it reads without scripts too. */
export function LiveDashboard({ event, initial, nowMs, pageUrl }: Props) {
  const { numbers, changedAt, connection } = useLiveNumbers(initial);
  const at = new Date(Math.max(nowMs, changedAt ?? 0));
  const today = dateIn(event.timezone, at);
  const registeredToday = numbers.byDay.find(({ date }) => date === today)?.registered ?? 0;
  const phase = phaseOf(event, at);
  const isNew = numbers.byDay.length === 0 && numbers.waitlisted === 0;
  const home = `/manage/${event.eventId}`;
  const guestsHref = (query: string) => `${home}/guests?${query}`;
  return (
    <div className="flex flex-col gap-4 lg:gap-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-base font-semibold text-foreground sm:text-lg">
          {headlineOf(event, numbers, registeredToday, at)}
        </h2>
        <DataAge asOf={numbers.asOf} timezone={event.timezone} {...{ connection, changedAt, nowMs }} />
      </div>
      <Kpis {...{ numbers, phase, guestsHref }} today={registeredToday} surveyHref={`${home}/survey`} />
      {isNew ? (
        <NobodyYet status={event.status} pageUrl={pageUrl} />
      ) : (
        <div className="grid gap-4 lg:grid-cols-12 lg:gap-6">
          <Card className="lg:col-span-8">
            <DaysFigure numbers={numbers} event={event} today={today} />
          </Card>
          <Card className="lg:col-span-4 lg:row-span-2 lg:self-start">
            <DepartmentsFigure {...{ numbers, phase, guestsHref }} />
          </Card>
          <Card className="lg:col-span-8">
            <ArrivalsFigure numbers={numbers} event={event} />
          </Card>
        </div>
      )}
      {numbers.survey.responses > 0 && (
        <section aria-labelledby="survey-heading" className="flex flex-col gap-4">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 id="survey-heading" className="text-lg font-semibold text-foreground">
              Survey
            </h2>
            <LinkButton href={`${home}/survey`} variant="ghost">
              Comments and questions
            </LinkButton>
          </div>
          <SurveyNumbers totals={numbers.survey} invited={numbers.checkedIn} />
        </section>
      )}
    </div>
  );
}
