import { z } from "zod";
import type { Question } from "@/db/schema/events";
import plans from "./programme.json";

export const places = {
  berlin: { venue: "Atrium, Berlin office, Köpenicker Str. 40", timezone: "Europe/Berlin" },
  berlinLab: { venue: "Workshop room 2, Berlin office", timezone: "Europe/Berlin" },
  london: { venue: "Third floor, 12 Clerkenwell Green, London", timezone: "Europe/London" },
  newYork: { venue: "Loft, 45 W 25th Street, New York", timezone: "America/New_York" },
  bengaluru: { venue: "Auditorium, Indiranagar campus, Bengaluru", timezone: "Asia/Kolkata" },
  sydney: { venue: "Harbour room, 88 Kent Street, Sydney", timezone: "Australia/Sydney" },
  online: { venue: "Online, link on your ticket page", timezone: "Europe/Berlin" },
  park: { venue: "Treptower Park, meeting point at the boathouse", timezone: "Europe/Berlin" },
} as const;

const categories = ["talk", "workshop", "social", "training", "sports", "community", "conference"] as const;

const planSchema = z.strictObject({
  /** Counted from today. */
  day: z.int(),
  /** Local time in the zone of the place; an event under way began an hour and a half ago, whatever it says. */
  at: z.iso.time({ precision: -1 }),
  minutes: z.int().positive(),
  title: z.string(),
  category: z.enum(categories),
  place: z.enum(Object.keys(places) as [keyof typeof places]),
  capacity: z.int().positive().nullable(),
  /** Share of the seats that people want; above 1 the line fills. */
  demand: z.number(),
  summary: z.string(),
  state: z.enum(["draft", "cancelled", "opens_soon", "under_way", "full"]).optional(),
  /** Somebody who is certainly among those who want a seat. */
  expects: z.email().optional(),
});

/** One event of the demo programme. */
export type Plan = z.infer<typeof planSchema>;

export const programme: Plan[] = z.array(planSchema).parse(plans);

/** What the survey asks besides rating and recommendation: a conference wants to know more than a talk. */
export function surveyQuestionsOf(plan: Plan): Question[] {
  if (plan.category !== "conference") return [];
  const options = ["The talks", "The workshops", "Meeting people", "Lunch"];
  return [
    { id: "best-part", label: "What was worth most to you?", kind: "choice", required: false, options },
    { id: "next-time", label: "What should we do differently next time?", kind: "text", required: false },
  ];
}

/** A description in Markdown that fits the category. */
export function descriptionOf(plan: Plan): string {
  return `${agendas[plan.category]}\n\n**Good to know**\n\n- Doors open a quarter of an hour early.\n- Tell us about allergies or access needs when you register; we plan for them.\n- Can't come after all? Cancel on your ticket page, and the next person gets the seat.`;
}

const agendas: Record<Plan["category"], string> = {
  talk: "**How it goes**\n\n1. The talk, about forty minutes\n2. Questions, as long as there are any\n3. Something to eat",
  workshop:
    "**How it goes**\n\n1. A short introduction\n2. Exercises in pairs\n3. What we take home\n\nBring a laptop, or share one.",
  social: "No programme. Come when you can, leave when you like.",
  training:
    "**What you will be able to do afterwards**\n\n- Apply it on the next working day\n- Explain it to a colleague\n\nPlaces are few: please cancel early if you can't come.",
  sports: "All levels. We wait for each other, and nobody keeps score (except Finance).",
  community: "**Why we do this**\n\nBecause most good ideas here began between two people who did not work together.",
  conference:
    "**Programme**\n\n| When | What |\n| --- | --- |\n| Start | Welcome |\n| Morning | Talks in the main room |\n| Noon | Lunch |\n| Afternoon | Workshops in parallel |\n| End | Closing and drinks |",
};
