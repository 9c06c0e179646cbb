import { createProcessStore } from "./cache-in-process";
import { createRedisStore } from "./cache-in-redis";
import type { CacheOptions, CacheStore } from "./cache-store";
import { config } from "./config";

type Flight = { tags: string[]; landing: Promise<unknown> };
type Cache = {
  store: CacheStore;
  flights: Map<string, Flight>;
  listeners: Map<string, Set<() => void>>;
  isListening: boolean;
};

// Next compiles each route into a bundle of its own; the cache must still be one a process.
const holder = globalThis as typeof globalThis & { turnoutCache?: Cache };

function cache(): Cache {
  holder.turnoutCache ??= {
    store: config().REDIS_URL ? createRedisStore() : createProcessStore(),
    flights: new Map(),
    listeners: new Map(),
    isListening: false,
  };
  return holder.turnoutCache;
}

/** The cache with its ears open: it learns what other processes invalidate. */
function listeningCache(): Cache {
  const state = cache();
  if (!state.isListening) {
    state.isListening = true;
    state.store.listen(announce);
  }
  return state;
}

/** The tag of everything that is derived from one event. */
export function eventTag(eventId: string): string {
  return `event:${eventId}`;
}

/** The tag of all public pages: raised when what an event is changes, not with each seat, which pages show at most a second late. */
export const pagesTag = "pages";

/**
 * The cached value of `key`, or what `load` returns, kept until a tag is invalidated or the time is up. Callers at the same time
 * share one load; one that began before an invalidation is neither kept nor shared after it. The value is shared: don't change
 * it. The key names its shape too, because another version of the product may have kept it: a new shape takes a new key.
 */
export async function cached<T>(key: string, options: CacheOptions, load: () => Promise<T>): Promise<T> {
  const { flights, store } = listeningCache();
  const running = flights.get(key);
  if (running) return running.landing as Promise<T>;
  const landing = readOrLoad(store, key, options, load);
  const flight = { tags: options.tags, landing };
  flights.set(key, flight);
  try {
    return await landing;
  } finally {
    if (flights.get(key) === flight) flights.delete(key);
  }
}

async function readOrLoad<T>(store: CacheStore, key: string, options: CacheOptions, load: () => Promise<T>) {
  const reading = await store.read(key, options);
  if (reading.isHit) return reading.value as T;
  const value = await load();
  reading.keep(value);
  return value;
}

/**
 * Drops everything cached under these tags, here at once; resolves when the other processes are told, or could not be yet, and never
 * rejects. Call it after the commit of the change. Without tags it waits for what is still to be told.
 */
export async function invalidateTags(tags: string[]): Promise<void> {
  const { store } = cache();
  const delivered = store.invalidate(tags);
  announce(tags);
  await delivered;
}

/**
 * Calls `listener` after each invalidation of the tag by any process, and whenever some may have been missed; returns how to
 * stop. Read again through `cached`: by then nothing older is served.
 */
export function onInvalidated(tag: string, listener: () => void): () => void {
  const { listeners } = listeningCache();
  const ofTag = listeners.get(tag) ?? new Set();
  listeners.set(tag, ofTag.add(listener));
  return () => {
    ofTag.delete(listener);
    if (ofTag.size === 0 && listeners.get(tag) === ofTag) listeners.delete(tag);
  };
}

function announce(tags: string[] | null): void {
  const { flights, listeners } = cache();
  for (const [key, flight] of flights) {
    if (!tags || flight.tags.some((tag) => tags.includes(tag))) flights.delete(key);
  }
  for (const tag of tags ?? listeners.keys()) {
    for (const listener of listeners.get(tag) ?? []) listener();
  }
}
