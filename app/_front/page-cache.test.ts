import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { invalidateTags, onInvalidated, pagesTag } from "@/lib/platform/cache";
import { createPageCache } from "./page-cache";
import type { CachedAnswer } from "./write-cached";

const pageOf = (status = 200, etag: string | null = null, body = ""): CachedAnswer => ({
  status,
  headers: {},
  etag,
  bodies: { identity: () => Buffer.from(body) },
});

// Once a process hears what others change, it takes everything for changed.
beforeAll(async () => {
  const heard = vi.fn();
  onInvalidated("any", heard);
  await vi.waitFor(() => expect(heard).toHaveBeenCalled(), 10_000);
});

afterEach(() => {
  vi.restoreAllMocks();
});

function later(ms: number): void {
  const at = performance.now() + ms;
  vi.spyOn(performance, "now").mockReturnValue(at);
}

test("callers at the same time share one drawing, and those after it the page", async () => {
  const cache = createPageCache();
  const draw = vi.fn(async () => pageOf());
  const all = await Promise.all(Array.from({ length: 100 }, () => cache.get("a", draw)));
  expect(new Set(all.map(({ page }) => page)).size).toBe(1);
  expect((await cache.get("a", draw)).isHit).toBe(true);
  await cache.get("b", draw);
  expect(draw).toHaveBeenCalledTimes(2);
});

test("a page is drawn anew in the background, and nobody gets one that is older than a second", async () => {
  const cache = createPageCache();
  const draw = vi.fn(async () => pageOf());
  const { page: first } = await cache.get("a", draw);
  later(600);
  expect((await cache.get("a", draw)).page).toBe(first);
  await vi.waitFor(async () => expect((await cache.get("a", draw)).page).not.toBe(first));
  expect(draw).toHaveBeenCalledTimes(2);
  later(1_100);
  expect((await cache.get("a", draw)).isHit).toBe(false);
});

test("what is drawn anew and is the same keeps its compressed bytes, and stays as young as the new drawing", async () => {
  const cache = createPageCache();
  const etags = ["one", "one", "two"];
  const draw = vi.fn(async () => pageOf(200, etags.shift()));
  const { page: first } = await cache.get("a", draw);
  later(600);
  await cache.get("a", draw);
  later(600);
  expect(await cache.get("a", draw)).toEqual({ page: first, isHit: true });
  expect((await cache.get("a", draw)).page).toBe(first);
  later(1_100);
  expect((await cache.get("a", draw)).page.etag).toBe("two");
});

test("after an announced change nobody gets a page from before, nor one whose drawing began before", async () => {
  const cache = createPageCache();
  const stored = await cache.get("a", async () => pageOf());
  let finish: (page: CachedAnswer) => void = () => {};
  const slow = cache.get("b", () => new Promise((resolve) => (finish = resolve)));
  await invalidateTags([pagesTag]);
  expect((await cache.get("a", async () => pageOf())).page).not.toBe(stored.page);
  const fresh = pageOf();
  expect((await cache.get("b", async () => fresh)).page).toBe(fresh);
  finish(pageOf());
  await slow;
  expect((await cache.get("b", async () => pageOf())).page).toBe(fresh);
});

test("a drawing that fails fails for those who wait for it, and is not kept", async () => {
  const cache = createPageCache();
  const fail = vi.fn(() => Promise.reject(new Error("down")));
  const waiting = [cache.get("bad", fail), cache.get("bad", fail)];
  for (const { status } of await Promise.allSettled(waiting)) expect(status).toBe("rejected");
  expect(fail).toHaveBeenCalledTimes(1);
  expect((await cache.get("bad", async () => pageOf())).page.status).toBe(200);
});

test("only who has a page drawn is asked for admission, and who is refused begins no drawing", async () => {
  const cache = createPageCache();
  const draw = vi.fn(async () => pageOf());
  const admit = vi.fn(async () => {});
  await Promise.all([cache.get("a", draw, admit), cache.get("a", draw, admit)]);
  const before = admit.mock.calls.length;
  await cache.get("a", draw, admit);
  later(600);
  await cache.get("a", draw, admit);
  expect(admit).toHaveBeenCalledTimes(before);
  const refused = cache.get("b", draw, () => Promise.reject(new Error("too often")));
  await expect(refused).rejects.toThrow("too often");
  expect(draw).toHaveBeenCalledTimes(2);
});

test("however many pages are asked for, only so many and so large ones are kept, the newest", async () => {
  const cache = createPageCache({ pages: 10, bytes: 1_000 });
  const drawn = vi.fn();
  const get = (key: string, size: number) =>
    cache.get(key, async () => {
      drawn(key);
      return pageOf(200, null, "x".repeat(size));
    });
  const keys = Array.from({ length: 50 }, (_, nth) => `small ${nth}`);
  for (const key of keys) await get(key, 10);
  for (const key of keys.slice(40)) expect((await get(key, 10)).isHit).toBe(true);
  expect((await get("small 39", 10)).isHit).toBe(false);
  await get("large", 950);
  expect((await get("large", 950)).isHit).toBe(true);
  expect((await get("small 41", 10)).isHit).toBe(false);
  await get("too large", 2_000);
  expect((await get("too large", 2_000)).isHit).toBe(false);
  await invalidateTags([pagesTag]);
  for (const key of keys.slice(0, 10)) await get(key, 90);
  for (const key of keys.slice(0, 10)) expect((await get(key, 90)).isHit).toBe(true);
});
