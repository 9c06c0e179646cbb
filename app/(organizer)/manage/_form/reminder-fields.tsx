import { Checkbox } from "@/app/_components/checkbox";
import { faultOf } from "@/app/_server/form-state";
import type { FormPart, FormValues } from "./form-part";

const usualMinutes = [7 * 1440, 2 * 1440, 1440, 120, 60];
const units = [
  { minutes: 7 * 1440, word: "week" },
  { minutes: 1440, word: "day" },
  { minutes: 60, word: "hour" },
  { minutes: 1, word: "minute" },
];

/** When people with a seat are reminded: the usual times, and any other that was set over the API. */
export function ReminderFields({ state, values }: FormPart) {
  const fault = faultOf(state, "reminderMinutes");
  const offered = new Set([...usualMinutes, ...chosenIn(values)]);
  return (
    <fieldset id="reminderMinutes" tabIndex={-1} aria-describedby="reminderMinutes-hint">
      <legend className="text-sm font-medium text-foreground">People with a seat get a mail</legend>
      <div className="mt-1 grid sm:grid-cols-2">
        {[...offered]
          .sort((left, right) => right - left)
          .map((minutes) => (
            <Checkbox
              key={minutes}
              name={`reminder.${minutes}`}
              value="on"
              defaultChecked={values[`reminder.${minutes}`] === "on"}
              label={`${spanInWords(minutes)} before`}
            />
          ))}
      </div>
      {fault && <p className="text-sm text-destructive">{fault}</p>}
      <p id="reminderMinutes-hint" className="text-meta text-muted-foreground">
        With their ticket, on the clock of the event. If the event moves, so do its reminders.
      </p>
    </fieldset>
  );
}

/** "1 day, 2 hours before", or that there are none. */
export function remindersInShort(values: FormValues): string {
  const chosen = chosenIn(values).sort((left, right) => right - left);
  return chosen.length > 0 ? `${chosen.map(spanInWords).join(", ")} before` : "None";
}

function chosenIn(values: FormValues): number[] {
  return Object.keys(values)
    .filter((name) => name.startsWith("reminder."))
    .map((name) => Number(name.slice("reminder.".length)));
}

function spanInWords(minutes: number): string {
  const unit = units.find((one) => minutes % one.minutes === 0);
  if (!unit) return `${minutes} minutes`;
  const count = minutes / unit.minutes;
  return `${count} ${unit.word}${count === 1 ? "" : "s"}`;
}
