import { and, gt, sql } from "drizzle-orm";
import { idempotencyKeys } from "@/db/schema/idempotency-keys";
import type { Transaction } from "@/db/transaction";
import { type IdempotencyClaim, oldestKept, openedBody, sealedBody } from "@/lib/access/idempotency";
import { type Decision, type KeptDecision, keptDecision, type RegistrationRequest } from "./decision";

const statusOf: Record<KeptDecision["outcome"], number> = {
  registered: 201,
  already_registered: 200,
  already_registered_guest: 200,
  event_full: 409,
  registration_closed: 409,
};

/** The decisions already given under the requests' keys, by the request's place. */
export async function findKeptDecisions(
  tx: Transaction,
  requests: RegistrationRequest[],
  at: Date,
): Promise<Map<number, Decision>> {
  const claims = requests.flatMap(({ claim }) => claim ?? []);
  if (claims.length === 0) return new Map();
  const { caller, route, key } = idempotencyKeys;
  const rows = await tx
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        sql`(${caller}, ${route}, ${key}) in (select * from unnest(
          ${textArray(claims.map((claim) => claim.caller))},
          ${textArray(claims.map((claim) => claim.route))},
          ${textArray(claims.map((claim) => claim.key))}))`,
        gt(idempotencyKeys.createdAt, oldestKept(at)),
      ),
    );
  const stored = new Map(rows.map((row) => [nameOf(row), row]));
  return new Map(
    requests.flatMap(({ claim }, n): [number, Decision][] => {
      const row = claim && stored.get(nameOf(claim));
      if (!row) return [];
      if (row.bodyHash !== claim.bodyHash) return [[n, { outcome: "key_reused" }]];
      return [[n, keptDecision.parse(openedBody(row.response))]];
    }),
  );
}

/** Stores each decision under its key. A key taken meanwhile by another process fails the group, which is then decided anew. */
export async function keepDecisions(
  tx: Transaction,
  decided: { claim: IdempotencyClaim; decision: KeptDecision }[],
  at: Date,
): Promise<void> {
  if (decided.length === 0) return;
  // In one order everywhere, so that two processes with the same keys wait for each other one way only.
  const inOrder = decided.toSorted((left, right) => (nameOf(left.claim) < nameOf(right.claim) ? -1 : 1));
  const rows = inOrder.map(({ claim: { caller, route, key, bodyHash }, decision }) => ({
    ...{ caller, route, key, body_hash: bodyHash },
    ...{ status: statusOf[decision.outcome], response: sealedBody(decision) },
  }));
  const stored = await tx.execute(sql`
    insert into idempotency_keys as k (caller, route, key, body_hash, status, response, created_at)
    select caller, route, key, body_hash, status, response, ${at.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as r(caller text, route text, key text, body_hash text, status int, response jsonb)
    on conflict (caller, route, key) do update
      set body_hash = excluded.body_hash, status = excluded.status, response = excluded.response,
          created_at = excluded.created_at
      where k.created_at <= ${oldestKept(at).toISOString()}::timestamptz
    returning k.key`);
  if (stored.length < rows.length) throw new Error("an Idempotency-Key was taken meanwhile");
}

/** For each request that repeats the key of an earlier one of its group, the place of that one. */
export function repeatsOf(requests: RegistrationRequest[]): Map<number, number> {
  const first = new Map<string, number>();
  const repeats = new Map<number, number>();
  for (const [n, { claim }] of requests.entries()) {
    if (!claim) continue;
    const earlier = first.get(nameOf(claim));
    if (earlier === undefined) first.set(nameOf(claim), n);
    else repeats.set(n, earlier);
  }
  return repeats;
}

function nameOf({ caller, route, key }: Pick<IdempotencyClaim, "caller" | "route" | "key">): string {
  return JSON.stringify([caller, route, key]);
}

function textArray(values: string[]) {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::text::jsonb))`;
}
