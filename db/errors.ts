import postgres from "postgres";

/** The driver's error behind whatever wrapped it (drizzle puts it under `cause`), or null. */
export function findDatabaseError(error: unknown): postgres.PostgresError | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof postgres.PostgresError) return current;
  }
  return null;
}

/** True when the database failed with that SQLSTATE. */
export function hasSqlState(error: unknown, state: string): boolean {
  return findDatabaseError(error)?.code === state;
}

/** True when the error is the violation of that unique index or constraint (SQLSTATE 23505). */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  const fault = findDatabaseError(error);
  return fault?.code === "23505" && fault.constraint_name === constraint;
}

const transientStates = new Set([
  "55P03",
  "57014",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "53100",
  "40001",
  "40P01",
  "08000",
  "08006",
  "08001",
]);
const transientCodes = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
]);

/** True when the database was too busy, restarting or out of reach: the same request may succeed shortly. */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code } = current as { code?: string };
    if (code && (transientStates.has(code) || transientCodes.has(code))) return true;
  }
  return false;
}
