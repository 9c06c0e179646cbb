import { log } from "./log";

const retryMs = 1_000;

/** Takes invalidated tags to the other processes. */
export type TagCourier = {
  /** Resolves once these tags, and those given before, arrived or the first attempt failed; never rejects. */
  deliver(tags: string[]): Promise<void>;
  /** True while one of these tags is not delivered yet. */
  isOwing(tags: string[]): boolean;
};

/** Delivers by `send`, one call at a time: tags that come meanwhile travel together in the next, failed ones are tried again. */
export function createTagCourier(send: (tags: string[]) => Promise<void>): TagCourier {
  const waiting = new Set<string>();
  let underway: string[] = [];
  let next: Promise<void> | undefined;
  let current: Promise<void> = Promise.resolve();
  let isFailing = false;
  let retry: NodeJS.Timeout | undefined;

  async function sendWaiting(): Promise<void> {
    if (waiting.size === 0) return;
    underway = [...waiting];
    waiting.clear();
    try {
      await send(underway);
      isFailing = false;
    } catch (error) {
      if (!isFailing) log.warn({ err: error }, "other processes could not be told of a change yet");
      isFailing = true;
      for (const tag of underway) waiting.add(tag);
      if (!retry) retry = setTimeout(tryAgain, retryMs).unref();
    }
    underway = [];
  }

  function tryAgain(): void {
    retry = undefined;
    void flush();
  }

  function flush(): Promise<void> {
    next ??= current.then(() => {
      next = undefined;
      current = sendWaiting();
      return current;
    });
    return next;
  }

  return {
    deliver(tags) {
      for (const tag of tags) waiting.add(tag);
      return flush();
    },
    isOwing: (tags) => tags.some((tag) => waiting.has(tag) || underway.includes(tag)),
  };
}
