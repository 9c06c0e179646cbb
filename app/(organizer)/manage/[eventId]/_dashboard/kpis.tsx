import Link from "next/link";
import { KpiCard } from "@/app/_components/kpi-card";
import { SeatMeter } from "@/app/_components/seat-meter";
import { fewestForScore } from "@/lib/surveys/rules";
import type { LiveNumbers, Phase } from "./live-numbers";

type Props = {
  numbers: LiveNumbers;
  today: number;
  phase: Phase;
  guestsHref: (query: string) => string;
  surveyHref: string;
};

const quietLink = "text-meta text-secondary underline decoration-border underline-offset-4 hover:decoration-current";

const definitions = {
  registered: "Confirmed registrations: not cancelled, not waiting in line. Today is a day in the event’s time zone.",
  waitlist: "People in line for a seat. When a seat is freed, the first of them gets it at once.",
  checkedIn: "Share of confirmed registrations whose ticket was scanned at the door.",
  survey: `Average rating from 1 to 5. The recommendation score (NPS) is the share of 9 and 10 less the share of 0 to 6, from −100 to 100, both told from ${fewestForScore} answers on.`,
};

/** The four numbers that tell whether all is well, each a way to the people it counts. */
export function Kpis({ numbers, today, phase, guestsHref, surveyHref }: Props) {
  const { registered, capacity, waitlisted, cancelled, checkedIn, survey } = numbers;
  const hasCome = phase !== "ahead" || checkedIn > 0;
  const isOver = phase === "over";
  const seatsLeft = capacity === null ? null : Math.max(0, capacity - registered);
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4 lg:gap-4">
      <KpiCard
        label="Registered"
        value={registered.toLocaleString("en")}
        unit={capacity === null ? "no limit" : `of ${capacity.toLocaleString("en")}`}
        detail={isOver ? undefined : today > 0 ? `+${today} today` : "None today"}
        definition={definitions.registered}
        href={guestsHref("status=confirmed")}
      >
        {capacity !== null && (
          <SeatMeter
            taken={registered}
            capacity={capacity}
            words={
              seatsLeft === 0 ? "Full" : `${seatsLeft?.toLocaleString("en")} ${isOver ? "stayed free" : "seats left"}`
            }
          />
        )}
      </KpiCard>
      <KpiCard
        label="Checked in"
        value={hasCome ? `${registered > 0 ? Math.round((checkedIn / registered) * 100) : 0}` : "–"}
        unit={hasCome ? "%" : undefined}
        detail={hasCome ? `${checkedIn} of ${registered}` : "From the start on"}
        definition={definitions.checkedIn}
        href={guestsHref("checkedIn=true")}
      >
        {hasCome && (
          <Link className={quietLink} href={guestsHref("status=confirmed&checkedIn=false")}>
            {(registered - checkedIn).toLocaleString("en")} {isOver ? "did not come" : "still to come"}
          </Link>
        )}
      </KpiCard>
      <KpiCard
        label="Waitlist"
        value={waitlisted.toLocaleString("en")}
        detail={
          <Link className={quietLink} href={guestsHref("status=cancelled")}>
            {cancelled.toLocaleString("en")} cancelled
          </Link>
        }
        definition={definitions.waitlist}
        href={guestsHref("status=waitlisted")}
      />
      <KpiCard
        label="Survey"
        value={survey.averageRating === null ? "–" : survey.averageRating.toFixed(1)}
        unit={survey.averageRating === null ? undefined : "of 5"}
        detail={surveyWords(numbers)}
        definition={definitions.survey}
        href={surveyHref}
      />
    </div>
  );
}

function surveyWords({ survey, checkedIn }: LiveNumbers): string {
  const { responses, nps } = survey;
  if (responses === 0) return "No answers yet";
  const answered = `${responses} of ${checkedIn} answered`;
  if (responses < fewestForScore) return `${answered}: told from ${fewestForScore} on`;
  if (nps === null) return answered;
  return `NPS ${nps > 0 ? "+" : ""}${String(nps).replace("-", "−")} · ${answered}`;
}
