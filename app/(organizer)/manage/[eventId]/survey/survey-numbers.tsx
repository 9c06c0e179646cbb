import { Card } from "@/app/_components/card";
import { ChartFigure } from "@/app/_components/chart-figure";
import { NpsBar } from "@/app/_components/nps-bar";
import { RatingBars } from "@/app/_components/rating-bars";
import type { SurveyTotals } from "@/lib/surveys/results";
import { fewestForScore } from "@/lib/surveys/rules";

type Props = { totals: SurveyTotals; invited: number };

/**
 * The two numbers of every survey, each with what it is made of; while fewer than five answered,
 * only how many.
 */
export function SurveyNumbers({ totals, invited }: Props) {
  const { responses, averageRating, nps, promoters, passives, detractors, ratings } = totals;
  const share = (count: number, whole: number) => `${whole > 0 ? Math.round((count / whole) * 100) : 0} %`;
  if (averageRating === null || ratings === null)
    return (
      <Card title={responses === 1 ? "1 person has answered" : `${responses} people have answered`}>
        <p className="text-sm text-secondary">
          Averages and comments appear from {fewestForScore} answers on: before that they say who answered rather than
          how it was.
        </p>
      </Card>
    );
  const scored = (promoters ?? 0) + (passives ?? 0) + (detractors ?? 0);
  const counts = Object.entries(ratings).map(([rating, count]) => ({ rating: Number(rating), count }));
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Card>
        <ChartFigure
          title="Rating"
          summary={`${averageRating.toFixed(1)} of 5 on average. ${responses.toLocaleString("en")} responses from ${invited.toLocaleString("en")} who were there, ${share(responses, invited)}.`}
          table={{
            head: ["Rating", "Times", "Share"],
            rows: counts.map(({ rating, count }) => [String(rating), count, share(count, responses)]),
          }}
        >
          <RatingBars label="How often each rating was given" counts={counts} />
        </ChartFigure>
      </Card>
      <Card>
        {nps === null || promoters === null || passives === null || detractors === null ? (
          <>
            <h2 className="text-base font-semibold text-foreground">Would they recommend it?</h2>
            <p className="mt-4 rounded-md bg-muted p-4 text-sm text-secondary">
              The score appears once {fewestForScore} people have said: before that it tells little.
            </p>
          </>
        ) : (
          <ChartFigure
            title="Would they recommend it?"
            summary="Share of 9 and 10 less share of 0 to 6, from −100 to 100."
            table={{
              head: ["Answer", "Times", "Share"],
              rows: [
                ["Would (9–10)", promoters, share(promoters, scored)],
                ["Undecided (7–8)", passives, share(passives, scored)],
                ["Would not (0–6)", detractors, share(detractors, scored)],
              ],
            }}
          >
            <NpsBar score={nps} basis={`from ${scored} answers`} {...{ promoters, passives, detractors }} />
          </ChartFigure>
        )}
      </Card>
    </div>
  );
}
