import type { Sql } from "postgres";
import { type Ask, aroundQueries, aroundTransactions } from "./around-transactions";

// The library sets it for each query just before it sends that.
const neverDescribed = { get: () => false, set: () => {} };

/**
 * Makes the client send each query of a transaction, as Drizzle asks it, with its parameters at once, and the next without waiting for it. What
 * it has not prepared, `postgres` has described first, to learn the types of the parameters: a round trip more for each query, while the
 * transaction holds its locks. Drizzle's parameters are text by then, or of a type that shows.
 */
export function askInOneRoundTrip(client: Sql): Sql {
  return aroundTransactions(client, (begin, work) => begin((tx) => work(aroundQueries(tx, undescribed))));
}

function undescribed(ask: Ask): Ask {
  return (...args) => Object.defineProperty(ask(...args), "describeFirst", neverDescribed);
}
