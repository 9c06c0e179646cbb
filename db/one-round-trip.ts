import type { PendingQuery, Row, Sql, TransactionSql } from "postgres";

type Work = (tx: TransactionSql) => unknown;

/**
 * Makes the client send each query of a transaction, as Drizzle asks it, with its parameters at once, and the next without waiting for it. What
 * it has not prepared, `postgres` has described first, to learn the types of the parameters: a round trip more for each query, while the
 * transaction holds its locks. Drizzle's parameters are text by then, or of a type that shows.
 */
export function askInOneRoundTrip(client: Sql): Sql {
  const begin = client.begin.bind(client) as (options: string, work: Work) => Promise<unknown>;
  function beginAsking(options: string | Work, work?: Work): Promise<unknown> {
    if (typeof options !== "string") return beginAsking("", options);
    return begin(options, (tx) => work?.(asking(tx)));
  }
  return Object.assign(client, { begin: beginAsking });
}

function asking(tx: TransactionSql): TransactionSql {
  const unsafe = tx.unsafe.bind(tx) as (...args: unknown[]) => PendingQuery<Row[]>;
  // The library sets it for each query just before it sends that.
  const neverDescribed = { get: () => false, set: () => {} };
  return Object.assign(tx, {
    unsafe: (...args: unknown[]) => Object.defineProperty(unsafe(...args), "describeFirst", neverDescribed),
  });
}
