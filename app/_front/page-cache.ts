import { onInvalidated, pagesTag } from "@/lib/platform/cache";
import { isKeepable } from "./kept-page";
import type { Kept } from "./write-kept";

type Entry = { page: Kept; atMs: number };
type Draw = () => Promise<Kept | null>;

// Older than the first it is drawn anew behind its back; older than the second nobody gets it.
const renewAfterMs = 500;
const oldestMs = 1_000;
const mostPages = 300;

/**
 * Pages for anybody, at most a second old and none from before a change that was told: whoever asks meanwhile shares one drawing.
 * Null when what was drawn is not for anybody.
 */
export function createPageCache() {
  const kept = new Map<string, Entry>();
  const drawings = new Map<string, Promise<Kept | null>>();
  let isListening = false;

  function listen(): void {
    if (isListening) return;
    isListening = true;
    onInvalidated(pagesTag, () => {
      kept.clear();
      // Who waits gets what was being drawn; who comes from now on does not.
      drawings.clear();
    });
  }

  function drawOnce(key: string, draw: Draw): Promise<Kept | null> {
    const running = drawings.get(key);
    if (running) return running;
    const atMs = performance.now();
    const drawing = draw().then((page) => {
      if (drawings.get(key) === drawing && page && isKeepable(page.status)) keep(key, { page, atMs });
      return page;
    });
    drawings.set(key, drawing);
    const forget = () => drawings.get(key) === drawing && drawings.delete(key);
    drawing.then(forget, forget);
    return drawing;
  }

  function keep(key: string, { page, atMs: drawnAtMs }: Entry): void {
    const before = kept.get(key)?.page;
    kept.delete(key);
    // What did not change is not compressed again.
    kept.set(key, { page: before && isSame(before, page) ? before : page, atMs: drawnAtMs });
    for (const [oldest, { atMs }] of kept) {
      if (kept.size <= mostPages && ageOf(atMs) <= oldestMs) break;
      kept.delete(oldest);
    }
  }

  return {
    async get(key: string, draw: Draw): Promise<{ page: Kept | null; isHit: boolean }> {
      listen();
      const entry = kept.get(key);
      const ageMs = entry ? ageOf(entry.atMs) : 0;
      if (!entry || ageMs > oldestMs) return { page: await drawOnce(key, draw), isHit: false };
      if (ageMs > renewAfterMs) drawOnce(key, draw).catch(() => {});
      return { page: entry.page, isHit: true };
    },
  };
}

function isSame(one: Kept, other: Kept): boolean {
  return one.status === 200 && other.status === 200 && one.etag !== null && one.etag === other.etag;
}

function ageOf(atMs: number): number {
  return performance.now() - atMs;
}
