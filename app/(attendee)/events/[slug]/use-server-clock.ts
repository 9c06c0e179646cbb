import { useMemo, useState, useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * The server's clock in Unix milliseconds, from the instant that the server put into the page and the moment that the page came. It
 * is slow by the time the page was on its way, however long its scripts took after that, and never fast.
 */
export function useServerClock(serverNow: string): () => number {
  const isHydrating = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [nowInDocument] = useState(isHydrating ? serverNow : null);
  return useMemo(() => {
    const skewMs = Date.parse(serverNow) - (serverNow === nowInDocument ? documentCameAt() : Date.now());
    return () => Date.now() + skewMs;
  }, [serverNow, nowInDocument]);
}

/** When the last byte of this document was here, which is now while they still come, less the time that the server had kept it. */
function documentCameAt(): number {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const keptMs = navigation?.serverTiming?.find(({ name }) => name === "kept")?.duration ?? 0;
  return (navigation?.responseEnd ? performance.timeOrigin + navigation.responseEnd : Date.now()) - keptMs;
}
