import { setImmediate as nextTurn } from "node:timers/promises";
import type { Sql } from "postgres";
import { aroundQueries, aroundTransactions } from "./around-queries";

/**
 * Makes a transaction end with its connection: it rejects with CONNECTION_CLOSED, what its work still asks is refused, and nothing more is sent
 * for it. `postgres` 3.4 by itself sends a rollback to a socket that is gone, which throws where nobody catches it and keeps that connection
 * of the pool from ever opening again; and it runs what is asked late in whichever transaction has the connection by then
 * (github.com/porsager/postgres, issues 1208 and 1216).
 */
export function endWithConnection(client: Sql): Sql {
  return aroundTransactions(client, async (begin, work) => {
    let hasEnded = false;
    try {
      return await begin(async (tx) => {
        try {
          const result = await work(
            aroundQueries(tx, (ask) => (...args) => {
              if (hasEnded) throw new Error("The transaction has ended, with its connection or before this query.");
              return ask(...args);
            }),
          );
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
  });
}
