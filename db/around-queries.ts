import type { Sql, TransactionSql } from "postgres";

type Work = (tx: TransactionSql) => unknown;
export type Ask = TransactionSql["unsafe"];

/** Has `around` carry out each transaction of the client, with the library's own `begin` and the caller's work. */
export function aroundTransactions(
  client: Sql,
  around: (begin: (work: Work) => Promise<unknown>, work: Work) => Promise<unknown>,
): Sql {
  const begin = client.begin.bind(client) as (options: string, work: Work) => Promise<unknown>;
  const beginAround = (...given: [Work] | [string, Work]) => {
    const [options, work] = given.length === 1 ? (["", ...given] as const) : given;
    return around((wrapped) => begin(options, wrapped), work);
  };
  return Object.assign(client, { begin: beginAround });
}

/** The client or transaction, where Drizzle asks each query by what `around` makes of the library's own `unsafe`. */
export function aroundQueries<Asked extends Sql | TransactionSql>(asked: Asked, around: (ask: Ask) => Ask): Asked {
  return Object.assign(asked, { unsafe: around(asked.unsafe.bind(asked)) });
}
