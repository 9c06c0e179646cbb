import { closeDatabase } from "@/db/client";
import type { Person } from "@/lib/access/actor";
import { requireOwnRegistration } from "@/lib/access/scopes";
import { cancelRegistration } from "@/lib/registrations/cancel-registration";
import { registerActor, registerGuest } from "./registrations";
import { untilServed } from "./until-served";

/** What a test asks of a process: guests to register, or people who each register and cancel so many times, all at once. */
export type PeerOrder = { eventId: string; guests?: { prefix: string; howMany: number }; waverers?: Person[] };
/** How many got a seat, and how many a place in the line, at the time they were told. */
export type PeerReport = { confirmed: number; waitlisted: number };

// A process of its own for the race tests of registrations.
process.once("message", async ({ eventId, guests, waverers = [] }: PeerOrder) => {
  const { prefix = "", howMany = 0 } = guests ?? {};
  const mailboxes = Array.from({ length: howMany }, (_, nth) => `${prefix}${nth}`);
  const [outcomes] = await Promise.all([
    Promise.all(mailboxes.map((mailbox) => untilServed(() => registerGuest(eventId, mailbox)))),
    ...waverers.map((person) => waver(person, eventId)),
  ]);
  const statuses = outcomes.map((outcome) => ("registration" in outcome ? outcome.registration.status : "none"));
  const report: PeerReport = {
    confirmed: statuses.filter((status) => status === "confirmed").length,
    waitlisted: statuses.filter((status) => status === "waitlisted").length,
  };
  await closeDatabase();
  process.send?.(report, () => process.exit());
});

async function waver(person: Person, eventId: string): Promise<void> {
  for (let round = 0; round < 4; round++) {
    const { id } = await untilServed(() => registerActor(person, eventId));
    const scope = await requireOwnRegistration(person, id);
    await untilServed(() => cancelRegistration(scope));
  }
  await untilServed(() => registerActor(person, eventId));
}
