import { Card } from "@/app/_components/card";
import { ChartFigure } from "@/app/_components/chart-figure";
import { NpsBar } from "@/app/_components/nps-bar";
import { RatingBars } from "@/app/_components/rating-bars";
import type { SurveyTotals } from "@/lib/surveys/results";
import { fewestForScore } from "@/lib/surveys/rules";

type Props = { totals: SurveyTotals; invited: number };

/** The two numbers of every survey, each with what it is made of. A score of fewer than five answers is not shown. */
export function SurveyNumbers({ totals, invited }: Props) {
  const { responses, averageRating, nps, promoters, passives, detractors, ratings } = totals;
  const scored = promoters + passives + detractors;
  const share = (count: number, whole: number) => `${whole > 0 ? Math.round((count / whole) * 100) : 0} %`;
  const counts = Object.entries(ratings).map(([rating, count]) => ({ rating: Number(rating), count }));
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Card>
        <ChartFigure
          title="Rating"
          summary={
            averageRating === null
              ? "Nobody answered yet."
              : `${averageRating.toFixed(1)} of 5 on average. ${responses === 1 ? "1 response" : `${responses.toLocaleString("en")} responses`} from ${invited.toLocaleString("en")} who were there, ${share(responses, invited)}.`
          }
          table={{
            head: ["Rating", "Times", "Share"],
            rows: counts.map(({ rating, count }) => [String(rating), count, share(count, responses)]),
          }}
        >
          <RatingBars label="How often each rating was given" counts={counts} />
        </ChartFigure>
      </Card>
      <Card>
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
          {nps === null || scored < fewestForScore ? (
            <p className="rounded-md bg-muted p-4 text-sm text-secondary">
              {scored} answered so far. The score appears from {fewestForScore} answers on: before that it says little.
            </p>
          ) : (
            <NpsBar score={nps} basis={`from ${scored} answers`} {...{ promoters, passives, detractors }} />
          )}
        </ChartFigure>
      </Card>
    </div>
  );
}
