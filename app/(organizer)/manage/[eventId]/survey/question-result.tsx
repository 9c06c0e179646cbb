import { BarList } from "@/app/_components/bar-list";
import { ChartFigure } from "@/app/_components/chart-figure";
import { RatingBars } from "@/app/_components/rating-bars";
import type { QuestionSummary } from "@/lib/surveys/results";
import { fewestForScore } from "@/lib/surveys/rules";

/** How one closed question was answered, as bars and as a table. */
export function QuestionResult({ question }: { question: QuestionSummary }) {
  const { label, kind, answered, average, counts } = question;
  if (counts.length === 0)
    return (
      <>
        <h2 className="text-base font-semibold text-foreground">{label}</h2>
        <p className="mt-2 text-sm text-secondary">
          {answered} answered: told from {fewestForScore} on.
        </p>
      </>
    );
  const percent = (count: number) => `${answered > 0 ? Math.round((count / answered) * 100) : 0} %`;
  return (
    <ChartFigure
      title={label}
      summary={
        average === null ? `${answered} answered` : `${average.toFixed(1)} of 5 on average, ${answered} answered`
      }
      table={{
        head: ["Answer", "Times", "Share"],
        rows: counts.map(({ answer, count }) => [answer, count, percent(count)]),
      }}
    >
      {kind === "rating" ? (
        <RatingBars label={label} counts={counts.map(({ answer, count }) => ({ rating: Number(answer), count }))} />
      ) : (
        <BarList
          label={label}
          items={counts.map(({ answer, count }) => ({
            label: answer,
            value: count,
            valueText: String(count),
            partText: percent(count),
          }))}
        />
      )}
    </ChartFigure>
  );
}
