import type { Page } from "@playwright/test";

/** One code's way to the screen, in the page's own milliseconds; decoding includes its way to the worker and back. */
export type Sighting = { totalMs: number; fromFrameMs: number; decodeMs: number };

declare global {
  interface Window {
    lastRead?: { takenAtMs: number; decodedAtMs: number };
  }
}

/** Notes when the frame that held a code was taken, and when the code reader had read it. Call it before the page is opened. */
export async function watchReading(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const takenAtMs = new Map<number, number>();
    const watched = new WeakSet<Worker>();
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (
      this: Worker,
      message: { id: number },
      transfer: StructuredSerializeOptions,
    ) {
      takenAtMs.set(message.id, performance.now());
      if (!watched.has(this)) {
        watched.add(this);
        this.addEventListener("message", ({ data }: MessageEvent<{ id: number; texts?: string[] }>) => {
          if (!data.texts?.length) return;
          window.lastRead = { takenAtMs: takenAtMs.get(data.id) ?? Number.NaN, decodedAtMs: performance.now() };
        });
      }
      return post.call(this, message, transfer);
    } as typeof post;
  });
}

/** Holds a code up and waits until its verdict is painted and gone again. */
export function measureCode(page: Page, modules: boolean[][]): Promise<Sighting> {
  return page.evaluate(async (held) => {
    const verdictOf = () => document.querySelector("[data-verdict]");
    const until = async (isReached: () => boolean) => {
      while (!isReached()) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    window.holdUp?.(null);
    await until(() => verdictOf() === null);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const shownAtMs = performance.now();
    const painted = new Promise<number>((resolve) => {
      const watcher = new MutationObserver(() => {
        if (!verdictOf()) return;
        watcher.disconnect();
        // The first task after the next frame began: what the frame holds is on the screen.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        });
      });
      watcher.observe(document.body, { childList: true, subtree: true });
    });
    window.holdUp?.(held);
    const paintedAtMs = await painted;
    const { takenAtMs, decodedAtMs } = window.lastRead ?? { takenAtMs: Number.NaN, decodedAtMs: Number.NaN };
    return {
      totalMs: paintedAtMs - shownAtMs,
      fromFrameMs: paintedAtMs - takenAtMs,
      decodeMs: decodedAtMs - takenAtMs,
    };
  }, modules);
}
