import { z } from "zod";
import { readLocalTime } from "@/lib/events/local-time";
import { timezoneField } from "@/lib/organisation/input";
import type { FieldError } from "@/lib/platform/errors";
import { updateSurveyInput } from "@/lib/surveys/input";
import { questionRowsOf } from "../../../_form/question-rows";

// No event has the nil id, so a forged one is simply not found.
const nobody = "00000000-0000-0000-0000-000000000000";
const textField = z.string().trim().catch("");

/** The survey form as the verb takes it: times on the clock of the event's zone, empty ones at their default. */
export const surveyFormInput = z.record(z.string(), z.unknown()).transform((fields, context) => {
  const timezone = timezoneField.catch("UTC").parse(fields.timezone);
  const { rows, rowNumbers } = questionRowsOf(fields);
  const faults: FieldError[] = [];
  const parsed = updateSurveyInput.safeParse({
    eventId: z.uuid().catch(nobody).parse(fields.eventId),
    questions: rows,
    opensAt: instantIn("opensAt"),
    closesAt: instantIn("closesAt"),
    keepsNames: fields.keepsNames,
  });
  for (const { path, message } of parsed.error?.issues ?? []) {
    const [first, index, part] = path;
    const row = typeof index === "number" ? (rowNumbers[index] ?? index) : 0;
    faults.push({
      path: first === "questions" ? `questions.${row}.${String(part ?? "label")}` : String(first),
      message,
    });
  }
  for (const { path, message } of faults) context.addIssue({ code: "custom", path: [path], message });
  return parsed.success && faults.length === 0 ? parsed.data : z.NEVER;

  function instantIn(name: "opensAt" | "closesAt"): string | null {
    const local = textField.parse(fields[name]);
    if (local === "") return null;
    const time = readLocalTime(local, timezone);
    if (time.kind === "instant") return time.instant.toISOString();
    const message =
      time.kind === "malformed"
        ? "Give a date and a time, like 2026-06-03T18:00."
        : `${local.slice(11, 16)} does not exist on that day: the clocks go from ${time.from} to ${time.to}.`;
    faults.push({ path: name, message });
    return null;
  }
});

export type SurveyFormInput = z.output<typeof surveyFormInput>;
