import { Checkbox } from "@/app/_components/checkbox";
import { type MailTopic, mailTopics } from "@/lib/access/input";

const words: Record<MailTopic, { label: string; hint: string }> = {
  reminders: { label: "Reminders", hint: "Before an event that you have a seat at." },
  announcements: { label: "Messages from organizers", hint: "What they write to the people of an event." },
  surveys: { label: "Surveys", hint: "How it was, after an event that you were at." },
};

/** The topics of mail that one can do without, each ticked while it is wanted. */
export function PreferenceFields({ wanted }: { wanted: readonly MailTopic[] }) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium text-foreground">Send me</legend>
      {mailTopics.map((topic) => (
        <Checkbox
          key={topic}
          name="topics[]"
          value={topic}
          defaultChecked={wanted.includes(topic)}
          label={words[topic].label}
          hint={words[topic].hint}
        />
      ))}
      <p className="mt-2 text-meta text-muted-foreground">
        What concerns your own ticket always comes: confirmations, changes and cancellations.
      </p>
    </fieldset>
  );
}
