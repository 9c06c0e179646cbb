export type CacheOptions = { tags: string[]; ttlSeconds: number };

/** A kept value, or the way to keep one that is loaded from now on. */
export type CacheReading = { isHit: true; value: unknown } | { isHit: false; keep: (value: unknown) => void };

/** Where values lie. A value is good only while each of its tags has the version that it had before the value was loaded. */
export type CacheStore = {
  read(key: string, options: CacheOptions): Promise<CacheReading>;
  /** Raises the tags' versions here and in every other process; never rejects. */
  invalidate(tags: string[]): Promise<void>;
  /** Tells of invalidations made by other processes; null when some may have been missed. */
  listen(onInvalidated: (tags: string[] | null) => void): void;
};
