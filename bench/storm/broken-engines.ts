import { randomBytes, randomUUID } from "node:crypto";
import type { Row, Sql, TransactionSql } from "postgres";
import type { Answer, Engine, Operation } from "./history";

type Registering = Extract<Operation, { kind: "register" }>;
type Leaving = Extract<Operation, { kind: "cancel" | "transfer" }>;
type Place = { registration: string; user: string };

/**
 * A right engine of few parts, one of which each broken one replaces. It locks the event, counts, inserts, and promotes under the
 * lock; it has no duplicates to answer, because each person registers once.
 */
const right = {
  isolation: "read committed",
  lock: (tx: TransactionSql, event: string): PromiseLike<unknown> =>
    tx`select id from events where id = ${event} for no key update`,
  hasSeat: async (tx: TransactionSql, event: string): Promise<boolean> => {
    const [row] = await tx`
      select capacity > (select count(*) from registrations r where r.event_id = e.id and r.status <> 'cancelled') as free
      from events e where id = ${event}`;
    return row?.free === true;
  },
  nextOrder: async (tx: TransactionSql, event: string): Promise<number> => {
    const [row] = await tx`
      update events set waitlist_sequence = waitlist_sequence + 1 where id = ${event} returning waitlist_sequence as next`;
    return row?.next;
  },
  seat: async (tx: TransactionSql, { event }: Registering, { registration, user }: Place): Promise<void> => {
    await insert(tx, event, registration, user, "confirmed", null);
    await tx`update events set seats_taken = seats_taken + 1 where id = ${event}`;
  },
  lockForLeaving: (tx: TransactionSql, event: string, _registration: string): PromiseLike<unknown> =>
    tx`select id from events where id = ${event} for no key update`,
  firstInLine: (tx: TransactionSql, event: string): PromiseLike<Row[]> => tx`
    select id, revision from registrations where event_id = ${event} and status = 'waitlisted' order by waitlist_order limit 1`,
  tell: (
    tx: TransactionSql,
    event: string,
    registration: string,
    kind: string,
    revision: number,
  ): PromiseLike<unknown> => tx`
    insert into outbox (id, kind, dedupe_key, event_id, registration_id, run_at)
    values (${randomUUID()}, ${kind}, ${`${kind}:${registration}:${revision}`}, ${event}, ${registration}, now())
    on conflict do nothing`,
};

type Parts = typeof right;

/** Each unsafe form, by what is wrong with it, with the sign by which the checker must notice. */
export const broken: Record<string, { sign: RegExp; parts: Partial<Parts> }> = {
  "counts without a lock, then inserts": { sign: /people held seats|confirmed for/, parts: { lock: nothing } },
  "locks and counts in one statement, whose snapshot is older than the lock": {
    sign: /people held seats|confirmed for/,
    parts: {
      lock: nothing,
      hasSeat: async (tx, event) => {
        const [row] = await tx`
        with locked as materialized (select id, capacity from events where id = ${event} for no key update)
        select capacity > (select count(*) from registrations r where r.event_id = ${event} and r.status <> 'cancelled') as free
        from locked`;
        return row?.free === true;
      },
    },
  },
  "takes an advisory lock in the statement that counts": {
    sign: /people held seats|confirmed for/,
    parts: {
      lock: nothing,
      hasSeat: async (tx, event) => {
        const [row] = await tx`
        with locked as materialized (select pg_advisory_xact_lock(hashtext(${event})))
        select capacity > (select count(*) from registrations r where r.event_id = e.id and r.status <> 'cancelled') as free
        from events e, locked where e.id = ${event}`;
        return row?.free === true;
      },
    },
  },
  "lets its lock go before it commits": {
    sign: /people held seats|confirmed for/,
    parts: {
      lock: (tx, event) => tx`select pg_advisory_lock(hashtext(${event}))`,
      // Only inserts afterwards: the counter's row lock would make up for the one let go.
      seat: async (tx, { event }, { registration, user }) => {
        await insert(tx, event, registration, user, "confirmed", null);
        await tx`select pg_advisory_unlock(hashtext(${event}))`;
        await dawdle(tx);
      },
      nextOrder: async (tx, event) => {
        await tx`select pg_advisory_unlock(hashtext(${event}))`;
        const [row] =
          await tx`select coalesce(max(waitlist_order), 0) + 1 as next from registrations where event_id = ${event}`;
        return row?.next;
      },
    },
  },
  "locks under a snapshot taken before": {
    sign: /people held seats|confirmed for/,
    parts: {
      isolation: "repeatable read",
      lock: (tx, event) => tx`select id, pg_advisory_xact_lock(hashtext(id::text)) from events where id = ${event}`,
      // Only inserts, so that no row changed meanwhile makes PostgreSQL notice.
      seat: (tx, { event }, { registration, user }) => insert(tx, event, registration, user, "confirmed", null),
      nextOrder: async (tx, event) => {
        const [row] =
          await tx`select coalesce(max(waitlist_order), 0) + 1 as next from registrations where event_id = ${event}`;
        return row?.next;
      },
    },
  },
  "raises the counter by more than it inserts": {
    sign: /seats taken for/,
    parts: {
      seat: async (tx, { event }, { registration, user }) => {
        await tx`update events set seats_taken = seats_taken + 2 where id = ${event}`;
        await insert(tx, event, registration, user, "confirmed", null);
      },
    },
  },
  "takes the greatest place in the line plus one, without a lock": {
    sign: /share place/,
    parts: {
      lock: nothing,
      nextOrder: async (tx, event) => {
        const [row] =
          await tx`select coalesce(max(waitlist_order), 0) + 1 as next from registrations where event_id = ${event}`;
        await dawdle(tx);
        return row?.next;
      },
    },
  },
  "promotes without the event's lock": {
    sign: /deadlock|free seat|counts|people held seats/,
    parts: { lockForLeaving: nothing },
  },
  "locks the registration before the event when leaving": {
    sign: /deadlock detected/,
    parts: {
      lockForLeaving: (tx, event, registration) =>
        tx`select id from registrations where event_id = ${event} and id = ${registration} for no key update`.then(
          () => tx`select pg_sleep(0.002) from events where id = ${event} for no key update`,
        ),
      lock: (tx, event) =>
        tx`select id from events where id = ${event} for no key update`.then(
          () => tx`select id from registrations where event_id = ${event} order by id for no key update`,
        ),
    },
  },
  "promotes the last in line": {
    sign: /moved up from the line before/,
    parts: {
      firstInLine: (tx, event) => tx`
      select id, revision from registrations where event_id = ${event} and status = 'waitlisted' order by waitlist_order desc limit 1`,
    },
  },
  "promotes nobody": { sign: /a free seat while/, parts: { firstInLine: (tx) => tx`select 1 where false` } },
  "refuses while a seat is free": { sign: /found no seat/, parts: { hasSeat: async () => false } },
  "forgets to tell": { sign: /was told of changes \[\]/, parts: { tell: nothing } },
  "tells of the same change twice": {
    sign: /was told of changes \[0,0/,
    parts: {
      tell: async (tx, event, registration, kind, revision) => {
        for (const _ of [1, 2])
          await tx`
          insert into outbox (id, kind, dedupe_key, event_id, registration_id, run_at)
          values (${randomUUID()}, ${kind}, ${`${kind}:${registration}:${revision}:${randomUUID()}`}, ${event}, ${registration}, now())`;
      },
    },
  },
};

/** The right engine with these parts in place of its own. */
export function engineOf(sql: Sql, parts: Partial<Parts> = {}): Engine {
  const engine: Parts = { ...right, ...parts };
  return async (operation) => {
    switch (operation.kind) {
      case "register":
        return sql.begin(`isolation level ${engine.isolation}`, (tx) =>
          registerBy(engine, tx, operation),
        ) as Promise<Answer>;
      case "cancel":
      case "transfer":
        return sql.begin((tx) => cancelBy(engine, tx, operation)) as Promise<Answer>;
      case "resize":
        return { kind: "done" };
    }
  };
}

async function registerBy(engine: Parts, tx: TransactionSql, operation: Registering): Promise<Answer> {
  const { event, person } = operation;
  const place = { registration: randomUUID(), user: randomUUID() };
  await engine.lock(tx, event);
  const isSeated = await engine.hasSeat(tx, event);
  await tx`insert into users (id, email, name) values (${place.user}, ${person}, 'Storm')`;
  const status = isSeated ? "confirmed" : "waitlisted";
  if (isSeated) await engine.seat(tx, operation, place);
  else {
    await insert(tx, event, place.registration, place.user, "waitlisted", await engine.nextOrder(tx, event));
    await tx`update events set waitlist_count = waitlist_count + 1 where id = ${event}`;
  }
  await engine.tell(tx, event, place.registration, `registration_${status}`, 0);
  return { kind: "placed", status, registration: place.registration, body: place.registration };
}

async function cancelBy(engine: Parts, tx: TransactionSql, { event, registration }: Leaving): Promise<Answer> {
  await engine.lockForLeaving(tx, event, registration);
  const [row] = await tx`select status, revision from registrations where event_id = ${event} and id = ${registration}`;
  if (!row || row.status === "cancelled") return { kind: "done" };
  await tx`
    update registrations set status = 'cancelled', waitlist_order = null, revision = revision + 1, cancelled_at = now()
    where event_id = ${event} and id = ${registration}`;
  await engine.tell(tx, event, registration, "registration_cancelled", row.revision + 1);
  if (row.status === "waitlisted") {
    await tx`update events set waitlist_count = waitlist_count - 1 where id = ${event}`;
    return { kind: "done" };
  }
  await tx`update events set seats_taken = seats_taken - 1 where id = ${event}`;
  const [next] = await engine.firstInLine(tx, event);
  if (!next) return { kind: "done" };
  await tx`
    update registrations set status = 'confirmed', waitlist_order = null, revision = revision + 1
    where event_id = ${event} and id = ${next.id}`;
  await tx`update events set seats_taken = seats_taken + 1, waitlist_count = waitlist_count - 1 where id = ${event}`;
  await engine.tell(tx, event, next.id, "registration_promoted", next.revision + 1);
  return { kind: "done" };
}

async function insert(
  tx: TransactionSql,
  event: string,
  registration: string,
  user: string,
  status: "confirmed" | "waitlisted",
  order: number | null,
): Promise<void> {
  const reference = randomBytes(4).toString("hex").toUpperCase();
  await tx`
    insert into registrations (event_id, id, user_id, name, status, waitlist_order, ticket_id, reference, search_text, registered_at)
    values (${event}, ${registration}, ${user}, 'Storm', ${status}, ${order}, ${randomUUID()}, ${reference}, 'storm', now())`;
}

/** Time enough for another to come between. */
function dawdle(tx: TransactionSql): PromiseLike<unknown> {
  return tx`select pg_sleep(0.002)`;
}

// Whatever the right one does here, this one does not.
// biome-ignore lint/suspicious/noExplicitAny: stands for several parts
function nothing(): any {
  return Promise.resolve([]);
}
