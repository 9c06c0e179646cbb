import type { What } from "./recording";

/** What people do once they are registered, and how often in a hundred times. */
const habits: [What, number][] = [
  ["eventReload", 20],
  ["live", 10],
  ["listReload", 20],
  ["eventFromNewsletter", 10],
  ["listFromNewsletter", 10],
  ["search", 10],
  ["ticket", 10],
  ["registrations", 10],
];

/** One of them by chance. */
export function pickHabit(): What {
  let dice = Math.random() * 100;
  for (const [habit, weight] of habits) {
    dice -= weight;
    if (dice < 0) return habit;
  }
  return "eventReload";
}
