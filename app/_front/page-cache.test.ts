import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { invalidateTags, onInvalidated, pagesTag } from "@/lib/platform/cache";
import { createPageCache } from "./page-cache";
import type { Kept } from "./write-kept";

const pageOf = (status = 200, etag: string | null = null): Kept => ({
  ...{ status, headers: {}, etag },
  bodies: { identity: () => Buffer.from("") },
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

test("a page is drawn anew behind its back, and nobody gets one that is older than a second", async () => {
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
  expect((await cache.get("a", draw)).page?.etag).toBe("two");
});

test("after a change that was told nobody gets a page from before, nor one whose drawing began before", async () => {
  const cache = createPageCache();
  const kept = await cache.get("a", async () => pageOf());
  let finish: (page: Kept) => void = () => {};
  const slow = cache.get("b", () => new Promise((resolve) => (finish = resolve)));
  await invalidateTags([pagesTag]);
  expect((await cache.get("a", async () => pageOf())).page).not.toBe(kept.page);
  const fresh = pageOf();
  expect((await cache.get("b", async () => fresh)).page).toBe(fresh);
  finish(pageOf());
  await slow;
  expect((await cache.get("b", async () => pageOf())).page).toBe(fresh);
});

test("an error is told to those who wait and not kept, and a drawing that fails fails for them alone", async () => {
  const cache = createPageCache();
  await cache.get("gone", async () => pageOf(404));
  expect((await cache.get("gone", async () => pageOf(404))).isHit).toBe(false);
  await expect(cache.get("bad", () => Promise.reject(new Error("down")))).rejects.toThrow("down");
  expect((await cache.get("bad", async () => pageOf())).page?.status).toBe(200);
});
