import { z } from "zod";

export type SmtpAddress = {
  host: string;
  port: number;
  /** TLS from the first byte. */
  isSecure: boolean;
  startTls: "required" | "optional" | "off";
  /** False where nobody can stand between us and the server, and nothing was said about TLS. */
  verifiesCertificate: boolean;
  login: { user: string; password: string } | null;
  /** Connections that are kept open and used again. */
  pool: number;
  /** What we call ourselves in EHLO; null for this machine's name. */
  name: string | null;
};

const text = z.string().min(1).max(255);
const queryInput = z.strictObject({
  starttls: z.enum(["required", "optional", "off"]).optional(),
  pool: z.coerce.number().int().min(1).max(50).default(5),
  name: text.regex(/^[A-Za-z0-9.[\]:-]+$/).optional(),
});
const queryInWords = "takes starttls=required|optional|off, pool=1…50 and name=HOST after the question mark";

/**
 * The mail server that SMTP_URL names, or an Error whose message says what is wrong and how it
 * looks right.
 */
export function readSmtpAddress(given: string): SmtpAddress {
  const url = URL.canParse(given) ? new URL(given) : null;
  const isSecure = url?.protocol === "smtps:";
  if (!url || (!isSecure && url.protocol !== "smtp:") || !url.hostname)
    throw new Error("is no address of a mail server: write smtp://user:password@host:587 or smtps://…");
  if (url.pathname.length > 1 || url.hash) throw new Error("has nothing after the port but a question mark's settings");
  const query = queryInput.safeParse(Object.fromEntries(url.searchParams));
  if (!query.success) throw new Error(queryInWords);
  const { starttls, pool, name } = query.data;
  if (isSecure && starttls) throw new Error("starttls= is for smtp://; smtps:// is encrypted from the first byte");
  const host = decoded(url.hostname).replace(/^\[(.*)\]$/, "$1");
  const login = loginIn(url);
  const isLocal = isLoopback(host);
  return {
    host,
    port: Number(url.port) || defaultPort(isSecure, login !== null),
    isSecure,
    startTls: starttls ?? (isLocal ? "optional" : "required"),
    verifiesCertificate: isSecure || !isLocal || starttls !== undefined,
    login,
    pool,
    name: name ?? null,
  };
}

function defaultPort(isSecure: boolean, logsIn: boolean): number {
  if (isSecure) return 465;
  return logsIn ? 587 : 25;
}

function loginIn({ username, password }: URL): SmtpAddress["login"] {
  if (!username && !password) return null;
  if (!username || !password) throw new Error("has a user or a password without the other");
  return { user: decoded(username), password: decoded(password) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Error("has a % that stands for nothing: write % itself as %25, @ as %40, / as %2F");
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
