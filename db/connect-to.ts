import { readFileSync } from "node:fs";
import postgres from "postgres";
import { UnusableDatabase } from "./unusable-database";

/**
 * A client of the database at that address. Two things that an address may say are beyond the
 * driver: a folder of sockets as host (`?host=/run/postgresql`), and `sslrootcert`, a file with the
 * CA's certificates: with it the server's certificate is verified, and its host name too unless
 * `sslmode=verify-ca`.
 */
export function connectTo(databaseUrl: string, options: postgres.Options<Record<string, postgres.PostgresType>>) {
  const url = new URL(databaseUrl);
  const folder = url.searchParams.get("host");
  if (folder?.startsWith("/")) {
    url.searchParams.delete("host");
    return postgres(url.href, { ...options, host: folder });
  }
  const file = url.searchParams.get("sslrootcert");
  const mode = url.searchParams.get("sslmode");
  if (!file || file === "system") return postgres(databaseUrl, options);
  url.searchParams.delete("sslrootcert");
  if (mode === "disable") return postgres(url.href, options);
  const ca = readCertificates(file);
  const verified = { ca, rejectUnauthorized: true };
  return postgres(url.href, {
    ...options,
    ssl: mode === "verify-ca" ? { ...verified, checkServerIdentity: () => undefined } : verified,
  });
}

function readCertificates(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new UnusableDatabase(`DATABASE_URL: the file ${file} that sslrootcert names can't be read.`);
  }
}
