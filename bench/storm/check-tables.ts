import type { Tables } from "./history";

/** Faults that the tables show by themselves, whatever the clients saw. */
export function checkTables({ events, registrations, messages }: Tables): string[] {
  const faults: string[] = [];
  for (const event of events) {
    const rows = registrations.filter((row) => row.event === event.id);
    const count = (status: string) => rows.filter((row) => row.status === status).length;
    const [confirmed, waiting] = [count("confirmed"), count("waitlisted")];
    if (event.seatsTaken !== confirmed)
      faults.push(`${event.id} counts ${event.seatsTaken} seats taken for ${confirmed} confirmed registrations`);
    if (event.waitlistCount !== waiting)
      faults.push(`${event.id} counts ${event.waitlistCount} waiting for ${waiting} registrations in the line`);
    if (event.capacity !== null && confirmed > event.capacity)
      faults.push(`${event.id} has ${confirmed} confirmed for ${event.capacity} seats`);
    if (waiting > 0 && (event.capacity === null || confirmed < event.capacity))
      faults.push(`${event.id} has a free seat while ${waiting} wait`);
    faults.push(...repeated(rows.map(({ person }) => person)).map((person) => `${person} has two rows in ${event.id}`));
    const orders = rows.flatMap(({ waitlistOrder }) => (waitlistOrder === null ? [] : String(waitlistOrder)));
    faults.push(...repeated(orders).map((order) => `two people share place ${order} of the line of ${event.id}`));
  }
  const told = new Map<string, number[]>();
  for (const { registration, revision } of messages)
    told.set(registration, [...(told.get(registration) ?? []), revision]);
  for (const { id, revision, person } of registrations) {
    const revisions = (told.get(id) ?? []).sort((left, right) => left - right);
    const wanted = Array.from({ length: revision + 1 }, (_, nth) => nth);
    if (revisions.join() !== wanted.join())
      faults.push(`${person} was told of changes [${revisions}] of registration ${id}, which changed [${wanted}]`);
  }
  return faults;
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, place) => values.indexOf(value) !== place))];
}
