import { setImmediate as nextTurn } from "node:timers/promises";
import type { Sql, TransactionSql } from "postgres";

type Work = (tx: TransactionSql) => unknown;

/**
 * Makes a transaction end with its connection: it rejects with CONNECTION_CLOSED, what its work still asks is refused, and nothing more is sent
 * for it. `postgres` 3.4 by itself sends a rollback to a socket that is gone, which throws where nobody catches it and keeps that connection
 * of the pool from ever opening again; and it runs what is asked late in whichever transaction has the connection by then
 * (github.com/porsager/postgres, issues 1208 and 1216).
 */
export function endWithConnection(client: Sql): Sql {
  const begin = client.begin.bind(client) as (options: string, work: Work) => Promise<unknown>;
  async function beginEnding(options: string | Work, work?: Work): Promise<unknown> {
    if (typeof options !== "string") return beginEnding("", options);
    let hasEnded = false;
    try {
      return await begin(options, async (tx) => {
        try {
          const result = await work?.(refusing(tx, () => hasEnded));
          if (!hasEnded) return result;
        } catch (error) {
          // A connection that is lost rejects its queries first, and closes at the end of that turn of the loop.
          await nextTurn();
          await nextTurn();
          if (!hasEnded) throw error;
        }
        // Once this settles, the library sends the commit or the rollback; the transaction has already rejected.
        return new Promise(() => {});
      });
    } finally {
      hasEnded = true;
    }
  }
  return Object.assign(client, { begin: beginEnding });
}

function refusing(tx: TransactionSql, hasEnded: () => boolean): TransactionSql {
  const unsafe = tx.unsafe.bind(tx);
  return Object.assign(tx, {
    unsafe: (...args: Parameters<typeof unsafe>) => {
      if (hasEnded()) throw new Error("The transaction has ended, with its connection or before this query.");
      return unsafe(...args);
    },
  });
}
