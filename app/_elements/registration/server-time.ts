let skewMs: number | undefined;

/**
 * The server's time in Unix milliseconds, by the instant at which it sent this document: slow by the time that this was on its way, and
 * never fast. Where a browser doesn't tell, by the browser's own clock.
 */
export function serverTime(): number {
  skewMs ??= skewOfDocument();
  return Date.now() + skewMs;
}

function skewOfDocument(): number {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const sentAt = navigation?.serverTiming?.find(({ name }) => name === "now")?.duration;
  // Out of the browser's own cache comes the instant at which it was put there.
  if (!navigation || sentAt === undefined || navigation.transferSize === 0) return 0;
  return sentAt - (performance.timeOrigin + navigation.responseStart);
}
