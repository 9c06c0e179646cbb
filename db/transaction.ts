import { type Database, db } from "./client";

export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

const callbacks = new WeakMap<Transaction, (() => void | Promise<void>)[]>();

/** Runs `work` in the given transaction, or in a new one: verbs compose into one commit. */
export async function inTransaction<T>(tx: Transaction | undefined, work: (tx: Transaction) => Promise<T>): Promise<T> {
  if (tx) return work(tx);
  const afterwards: (() => void | Promise<void>)[] = [];
  const result = await db().transaction((opened) => {
    callbacks.set(opened, afterwards);
    return work(opened);
  });
  for (const callback of afterwards) await callback();
  return result;
}

/** Runs the callback once the outermost transaction has committed, and never if it rolls back. */
export function afterCommit(tx: Transaction, callback: () => void | Promise<void>): void {
  const afterwards = callbacks.get(tx);
  if (!afterwards) throw new Error("afterCommit needs a transaction opened by inTransaction");
  afterwards.push(callback);
}
