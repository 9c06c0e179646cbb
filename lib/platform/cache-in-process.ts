import { sql as statement } from "drizzle-orm";
import { db, sql } from "@/db/client";
import type { CacheOptions, CacheReading, CacheStore } from "./cache-store";
import { now } from "./clock";
import { newId } from "./id";
import { createTagCourier } from "./tag-courier";
import { createTagVersions } from "./tag-versions";

const channel = "turnout_invalidated";
const maxEntries = 2_000;
// A NOTIFY carries under 8,000 bytes.
const tagsPerMessage = 100;

type Entry = { value: unknown; tags: string[]; version: number; freshUntilMs: number };

/**
 * Values in this process's memory, the oldest unused dropped beyond 2,000; changes travel to the other processes of the
 * installation by LISTEN and NOTIFY. Nothing is kept until the process listens. (PgBouncer in transaction mode needs Redis instead.)
 */
export function createProcessStore(): CacheStore {
  const origin = newId();
  const entries = new Map<string, Entry>();
  const versions = createTagVersions();
  let tell: (tags: string[] | null) => void = () => {};
  let isListening = false;
  let firstTry: Promise<void> | undefined;

  // Its own autocommit statement: the commit of a NOTIFY takes a lock of the whole cluster.
  const courier = createTagCourier(async (tags) => {
    for (let start = 0; start < tags.length; start += tagsPerMessage) {
      const message = JSON.stringify({ origin, tags: tags.slice(start, start + tagsPerMessage) });
      await db().execute(statement`select pg_notify(${channel}, ${message})`);
    }
  });

  function receive(payload: string): void {
    const message: { origin: string; tags: string[] } = JSON.parse(payload);
    if (message.origin === origin) return;
    versions.raise(message.tags);
    tell(message.tags);
  }

  function startListening(): Promise<void> {
    firstTry ??= sql()
      .listen(channel, receive, () => {
        isListening = true;
        versions.raiseAll();
        tell(null);
      })
      .then(
        () => {},
        () => {},
      );
    return firstTry;
  }

  return {
    async read(key: string, { tags, ttlSeconds }: CacheOptions): Promise<CacheReading> {
      await startListening();
      const entry = entries.get(key);
      if (entry) {
        entries.delete(key);
        if (entry.freshUntilMs > now().getTime() && versions.of(entry.tags) <= entry.version) {
          entries.set(key, entry);
          return { isHit: true, value: entry.value };
        }
      }
      const version = versions.latest();
      return {
        isHit: false,
        keep(value) {
          if (!isListening) return;
          entries.set(key, { value, tags, version, freshUntilMs: now().getTime() + ttlSeconds * 1000 });
          for (const oldest of entries.keys()) {
            if (entries.size <= maxEntries) break;
            entries.delete(oldest);
          }
        },
      };
    },
    async invalidate(tags) {
      versions.raise(tags);
      await courier.deliver(tags);
    },
    listen(onInvalidated) {
      tell = onInvalidated;
      void startListening();
    },
  };
}
