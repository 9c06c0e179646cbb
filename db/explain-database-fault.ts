type Fault = { code: string; message: string };

/** Out of reach or not ready: the same address may answer in a moment. */
const passing = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT",
  "EPIPE",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "57P03",
  "53300",
]);

/** True for a fault of connecting that may be over in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  const fault = findFault(error);
  return fault !== null && passing.has(fault.code);
}

/**
 * What is wrong with the database that DATABASE_URL names, in one sentence with its remedy and
 * without the password; null for a fault that nobody foresaw.
 */
export function explainDatabaseFault(error: unknown, databaseUrl: string): string | null {
  const fault = findFault(error);
  if (!fault) return null;
  const { host, user, database } = partsOf(databaseUrl);
  const { code, message } = fault;
  const remedy = (text: string) => `DATABASE_URL: ${text}`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return remedy(`there is no host ${host}; check its name, and whether this machine's DNS knows it.`);
  if (passing.has(code))
    return remedy(
      `no PostgreSQL answers at ${host} (${code}); check host and port, and whether it runs and lets this machine in.`,
    );
  if (code === "28P01")
    return remedy(`the database at ${host} does not accept the password of ${user}; check user and password.`);
  if (code === "3D000")
    return remedy(
      `there is no database ${database} at ${host}; make it with: create database "${database}" encoding 'UTF8'.`,
    );
  if (code === "28000" && /no encryption|SSL off/i.test(message))
    return remedy(
      `the database at ${host} demands TLS; add ?sslmode=require, or ?sslmode=verify-full to check its certificate.`,
    );
  if (code === "28000")
    return remedy(
      `the database at ${host} does not let ${user} in from this machine; check the user and its pg_hba.conf.`,
    );
  if (code === "42501")
    return remedy(
      `${user} lacks rights in the database ${database}; make it the owner: alter database "${database}" owner to "${user}".`,
    );
  const parameter = /unsupported startup parameter:? "?([\w.]+)/.exec(message)?.[1];
  if (parameter)
    return remedy(
      `PgBouncer at ${host} refuses ${parameter}; set ignore_startup_parameters = statement_timeout,lock_timeout,idle_in_transaction_session_timeout there.`,
    );
  if (code === "08P01")
    return remedy(`whatever answers at ${host} could not log in (${message}); if it is PgBouncer, see its log.`);
  if (/CERT|UNABLE_TO_|SELF_SIGNED|ERR_TLS/.test(code))
    return remedy(
      `the certificate of ${host} can't be verified (${code}); add &sslrootcert=FILE with the CA's certificates.`,
    );
  return null;
}

function findFault(error: unknown): Fault | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code } = current as { code?: unknown };
    if (typeof code === "string") return { code, message: current.message };
    if (current instanceof AggregateError && current.errors.length > 0) return findFault(current.errors[0]);
  }
  return null;
}

function partsOf(databaseUrl: string): { host: string; user: string; database: string } {
  const url = new URL(databaseUrl);
  const host = url.searchParams.get("host") || url.hostname || "localhost";
  const port = url.port && !host.startsWith("/") ? `:${url.port}` : "";
  const user = decodeURIComponent(url.username) || "the user";
  return { host: `${host}${port}`, user, database: decodeURIComponent(url.pathname.slice(1)) || user };
}
