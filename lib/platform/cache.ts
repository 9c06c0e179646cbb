import { now } from "./clock";

type Entry = { value: unknown; tags: string[]; freshUntilMs: number };

const entries = new Map<string, Entry>();

/** The tag of everything that is derived from one event. */
export function eventTag(eventId: string): string {
  return `event:${eventId}`;
}

/** The cached value of `key`, or what `load` returns, kept until a tag is invalidated or the time is up. */
export async function cached<T>(
  key: string,
  options: { tags: string[]; ttlSeconds: number },
  load: () => Promise<T>,
): Promise<T> {
  const entry = entries.get(key);
  if (entry && entry.freshUntilMs > now().getTime()) return entry.value as T;
  const value = await load();
  entries.set(key, { value, tags: options.tags, freshUntilMs: now().getTime() + options.ttlSeconds * 1000 });
  return value;
}

/** Drops everything cached under these tags. Call it after the commit of the change. */
export async function invalidateTags(tags: string[]): Promise<void> {
  for (const [key, entry] of entries) if (entry.tags.some((tag) => tags.includes(tag))) entries.delete(key);
}
