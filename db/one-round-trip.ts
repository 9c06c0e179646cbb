import type { Sql } from "postgres";
import { type Ask, aroundQueries, aroundTransactions } from "./around-queries";

// The library sets it for each query just before it sends that.
const neverDescribed = { get: () => false, set: () => {} };
// Called when the query has been sent; by what it returns the library knows whether the connection takes another one beside it.
const takesNoMore = { onexecute: () => false };

/**
 * Makes the client send each query, as Drizzle asks it, with its parameters at once, and the next one of a transaction without waiting for
 * it. What it has not prepared, `postgres` has described first, to learn the types of the parameters: a round trip more for each query, in a
 * transaction under its locks. Drizzle's parameters are text by then, or of a type that shows.
 */
export function askInOneRoundTrip(client: Sql): Sql {
  const inTransactions = aroundTransactions(client, (begin, work) =>
    begin((tx) => work(aroundQueries(tx, undescribed))),
  );
  return aroundQueries(inTransactions, (ask) => alone(undescribed(ask)));
}

function undescribed(ask: Ask): Ask {
  return (...args) => Object.defineProperty(ask(...args), "describeFirst", neverDescribed);
}

/**
 * Outside a transaction another query is better off on a connection that is free than behind this one, which may be slow. The library's own
 * BEGIN comes this way too, and reserves its connection by the same option.
 */
function alone(ask: Ask): Ask {
  return (query, parameters, options) => ask(query, parameters, { ...takesNoMore, ...options });
}
