import type { GuestListItem } from "@/lib/registrations/queries";

type Answer = NonNullable<GuestListItem["answers"]>[string];

/** An answer as a page or a file shows it: of a consent what was agreed to, and when. */
export function answerWords(answer: Answer | undefined): string | number | undefined {
  return typeof answer === "object" ? `Agreed on ${answer.givenAt}: ${answer.wording}` : answer;
}
