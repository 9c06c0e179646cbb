const muteMs = 5_000;

/** Lets each code through once while it stays in view and for five seconds after it was last seen. */
export function createCodeGate() {
  const lastSeen = new Map<string, number>();
  return {
    /** True when this sighting is a new scan. */
    passes(text: string, atMs: number): boolean {
      for (const [known, seenMs] of lastSeen) if (atMs - seenMs >= muteMs) lastSeen.delete(known);
      const isNew = !lastSeen.has(text);
      lastSeen.set(text, atMs);
      return isNew;
    },
    /** Forgets what was seen: an undone person may be scanned again at once. */
    clear: () => lastSeen.clear(),
  };
}
