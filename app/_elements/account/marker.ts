export type Reader = "person" | "guest" | null;

/**
 * Whether there may be something personal to ask for: somebody is signed in, or a guest registered
 * on this device.
 */
export function readMarker(): Reader {
  const value = /(?:^|; )turnout-reader=(\w+)/.exec(document.cookie)?.[1];
  return value === "person" || value === "guest" ? value : null;
}

/** Keeps the header's space as the marker says: the page's style sheet goes by it. */
export function showMarker(reader: Reader): void {
  if (reader) document.documentElement.dataset.reader = reader;
  else delete document.documentElement.dataset.reader;
}
