import { onInvalidated, pagesTag } from "@/lib/platform/cache";
import type { CachedAnswer } from "./write-cached";

type Entry = { page: CachedAnswer; atMs: number };
type Draw = () => Promise<CachedAnswer>;
type Bounds = { pages: number; bytes: number };

// An older page than the first is drawn anew in the background; nobody gets one that is older than
// the second.
const renewAfterMs = 500;
const oldestMs = 1_000;
// Bytes before compression; compressed they take a third more at most.
const defaultBounds = { pages: 300, bytes: 24_000_000 };

/**
 * Pages for everybody, at most a second old and none from before an announced change: whoever asks
 * meanwhile shares one drawing. Bounded by number and bytes.
 */
export function createPageCache(bounds: Bounds = defaultBounds) {
  const entries = new Map<string, Entry>();
  const drawings = new Map<string, Promise<CachedAnswer>>();
  let bytes = 0;
  let isListening = false;

  function listen(): void {
    if (isListening) return;
    isListening = true;
    onInvalidated(pagesTag, () => {
      entries.clear();
      bytes = 0;
      // Who waits gets what was being drawn; who comes from now on does not.
      drawings.clear();
    });
  }

  function drawOnce(key: string, draw: Draw): Promise<CachedAnswer> {
    const running = drawings.get(key);
    if (running) return running;
    const atMs = performance.now();
    const drawing = draw().then((page) => {
      if (drawings.get(key) === drawing) store(key, { page, atMs });
      return page;
    });
    drawings.set(key, drawing);
    const forget = () => drawings.get(key) === drawing && drawings.delete(key);
    drawing.then(forget, forget);
    return drawing;
  }

  function store(key: string, { page, atMs: drawnAtMs }: Entry): void {
    const before = entries.get(key)?.page;
    remove(key);
    // What did not change is not compressed again.
    const stored = before && isSame(before, page) ? before : page;
    entries.set(key, { page: stored, atMs: drawnAtMs });
    bytes += sizeOf(stored);
    for (const [oldest, { atMs }] of entries) {
      const isWithin = entries.size <= bounds.pages && bytes <= bounds.bytes;
      if (isWithin && ageOf(atMs) <= oldestMs) break;
      remove(oldest);
    }
  }

  function remove(key: string): void {
    const entry = entries.get(key);
    if (!entry) return;
    entries.delete(key);
    bytes -= sizeOf(entry.page);
  }

  return {
    /**
     * The page of this key; `admit` is asked, and may throw, before a drawing is begun for this
     * caller.
     */
    async get(key: string, draw: Draw, admit?: () => Promise<void>): Promise<{ page: CachedAnswer; isHit: boolean }> {
      listen();
      const entry = entries.get(key);
      const ageMs = entry ? ageOf(entry.atMs) : 0;
      if (entry && ageMs <= oldestMs) {
        if (ageMs > renewAfterMs) drawOnce(key, draw).catch(() => {});
        return { page: entry.page, isHit: true };
      }
      if (admit && !drawings.has(key)) await admit();
      return { page: await drawOnce(key, draw), isHit: false };
    },
  };
}

function isSame(one: CachedAnswer, other: CachedAnswer): boolean {
  return one.status === 200 && other.status === 200 && one.etag !== null && one.etag === other.etag;
}

function sizeOf({ bodies }: CachedAnswer): number {
  return bodies.identity().length;
}

function ageOf(atMs: number): number {
  return performance.now() - atMs;
}
