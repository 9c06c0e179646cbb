import { type Database, db } from "./client";

export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Runs `work` in the given transaction, or in a new one: verbs compose into one commit. */
export function inTransaction<T>(tx: Transaction | undefined, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return tx ? work(tx) : db().transaction(work);
}
