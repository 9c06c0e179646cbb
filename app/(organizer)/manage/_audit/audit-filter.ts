import { type ListAuditInput, listAuditInput } from "@/lib/audit/input";
import { readLocalTime } from "@/lib/events/local-time";

type Search = Record<string, string | string[] | undefined>;

/**
 * What the address of an activity page asks for; a part that makes no sense is left out. Days are
 * those of the zone.
 */
export function auditFilterOf(search: Search, timezone: string) {
  const textOf = (name: string) => (typeof search[name] === "string" ? (search[name] as string) : "");
  const typed = { action: textOf("action"), person: textOf("person"), from: textOf("from"), to: textOf("to") };
  const given = {
    action: typed.action,
    personId: typed.person,
    from: startOfDay(typed.from, timezone),
    to: startOfDay(typed.to, timezone, 1),
    cursor: textOf("cursor") || undefined,
  };
  const kept = Object.entries(given).filter(([name, value]) => listAuditInput.safeParse({ [name]: value }).success);
  const input: ListAuditInput = listAuditInput.parse(Object.fromEntries(kept));
  return { input, typed };
}

/** The address of the same list further on. */
export function auditHref(home: string, typed: Record<string, string>, cursor?: string): string {
  const query = new URLSearchParams(Object.entries({ ...typed, cursor: cursor ?? "" }).filter(([, value]) => value));
  return query.size > 0 ? `${home}?${query}` : home;
}

function startOfDay(day: string, timezone: string, later = 0): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return "";
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return "";
  date.setUTCDate(date.getUTCDate() + later);
  const time = readLocalTime(`${date.toISOString().slice(0, 10)}T00:00`, timezone);
  return time.kind === "instant" ? time.instant.toISOString() : date.toISOString();
}
