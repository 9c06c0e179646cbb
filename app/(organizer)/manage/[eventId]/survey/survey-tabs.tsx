import { Tabs } from "@/app/_components/tabs";

type Props = { eventId: string; current: "results" | "questions"; responses: number };

/** The two sides of a survey: what came back, and what is asked. */
export function SurveyTabs({ eventId, current, responses }: Props) {
  const home = `/manage/${eventId}/survey`;
  return (
    <Tabs
      label="Survey"
      className="mb-6"
      items={[
        { href: home, label: "Results", count: responses, current: current === "results" },
        { href: `${home}/edit`, label: "Questions and dates", current: current === "questions" },
      ]}
    />
  );
}
