import type { Metadata } from "next";
import { cache } from "react";
import { z } from "zod";
import { EmptyState } from "@/app/_components/empty-state";
import { LinkButton } from "@/app/_components/link-button";
import { PageFrame } from "@/app/_components/page-frame";
import { orNotFound } from "@/app/_server/or-not-found";
import { SiteFrame } from "@/app/_server/site-frame";
import { requireAttendeeByToken } from "@/lib/access/scopes";
import { formatInstant, formatWhen } from "@/lib/events/when";
import { getSurveyForAttendee, type SurveyForAttendee } from "@/lib/surveys/queries";
import { SurveyForm } from "./survey-form";

type Props = { params: { token: string }; searchParams: Record<string, string | string[] | undefined> };

const eventsHref = "/events";
const prefilledIn = z.object({
  rating: z.coerce.number().int().min(1).max(5).optional().catch(undefined),
  nps: z.coerce.number().int().min(0).max(10).optional().catch(undefined),
});

const getSurvey = cache(async (token: string) => getSurveyForAttendee(await orNotFound(requireAttendeeByToken(token))));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await getSurvey(params.token);
  return {
    title: `Survey: ${event.title}`,
    robots: { index: false, follow: false },
    // The address is a secret, so no other site may learn it; our own forms still need an origin.
    referrer: "same-origin",
  };
}

export default async function SurveyPage({ params: { token }, searchParams }: Props) {
  const survey = await getSurvey(token);
  const { event } = survey;
  return (
    <SiteFrame>
      <PageFrame width="form">
        <header className="mb-8">
          <p className="text-sm text-secondary">{formatWhen(event).full}</p>
          <h1 className="mt-1 font-display text-2xl font-semibold text-foreground md:text-3xl">
            <bdi>{event.title}</bdi>
          </h1>
        </header>
        {survey.state === "open" || survey.state === "answered" ? (
          <SurveyForm
            token={token}
            questions={survey.questions}
            prefilled={prefilledIn.parse(searchParams)}
            eventsHref={eventsHref}
            keepsNames={survey.keepsNames}
            isAnswered={survey.state === "answered"}
          />
        ) : (
          <NotAsked survey={survey} token={token} />
        )}
      </PageFrame>
    </SiteFrame>
  );
}

/** Why there is nothing to answer. */
function NotAsked({ survey, token }: { survey: SurveyForAttendee; token: string }) {
  const { state, event, opensAt, closesAt } = survey;
  const toTicket = <LinkButton href={`/tickets/${token}`}>To your ticket</LinkButton>;
  const toEvents = <LinkButton href={eventsHref}>See what is on next</LinkButton>;
  if (state === "not_open")
    return (
      <EmptyState title="The survey has not opened yet" action={toTicket} className="py-4">
        Come back after the event: it opens on {formatInstant(opensAt, event.timezone)}. We’ll also send you a mail.
      </EmptyState>
    );
  if (state === "closed")
    return (
      <EmptyState title="The survey has closed" action={toEvents} className="py-4">
        It took answers until {formatInstant(closesAt, event.timezone)}.
      </EmptyState>
    );
  return (
    <EmptyState title="This survey is for those who were there" action={toTicket} className="py-4">
      Your ticket was not scanned at the door. If you were there all the same, please tell the organizers.
    </EmptyState>
  );
}
