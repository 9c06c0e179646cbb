import { db } from "@/db/client";
import { inTransaction } from "@/db/transaction";
import { decideGroup } from "@/lib/registrations/decide-group";

const groupSize = 500;

/** How many registrations a second the gathered statement alone takes, in groups of 500, without HTTP around it. */
export async function measureSqlFloor(eventId: string, seconds: number): Promise<number> {
  await db().execute("select 1");
  const endsAt = performance.now() + seconds * 1000;
  let count = 0;
  for (; performance.now() < endsAt; count += groupSize) {
    const group = Array.from({ length: groupSize }, (_, nth) => ({
      ...{
        eventId,
        who: { name: "Bench", email: `floor-${count + nth}-${eventId}@bench.test` },
        department: undefined,
      },
      ...{ answers: {}, guests: [], invitation: undefined, isAdded: false, claim: null },
    }));
    await inTransaction(undefined, (tx) => decideGroup(tx, group, true));
  }
  return count / seconds;
}
