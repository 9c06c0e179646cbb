import { BarList } from "@/app/_components/bar-list";
import { ChartFigure } from "@/app/_components/chart-figure";
import { RatingBars } from "@/app/_components/rating-bars";
import type { QuestionSummary } from "@/lib/surveys/results";

/** How one closed question was answered, as bars and as a table. */
export function QuestionResult({ question }: { question: QuestionSummary }) {
  const { label, kind, answered, average, counts } = question;
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
