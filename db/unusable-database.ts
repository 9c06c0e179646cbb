/**
 * A database that can't be used as it is: the message is one sentence for whoever set DATABASE_URL.
 */
export class UnusableDatabase extends Error {
  override readonly name = "UnusableDatabase";
}
