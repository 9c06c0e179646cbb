/** A set of those who want to hear of something. */
export function createListeners<Args extends unknown[]>() {
  const listeners = new Set<(...args: Args) => void>();
  return {
    tell(...args: Args): void {
      for (const listener of listeners) listener(...args);
    },
    /** Hears from now on; the answer ends it. */
    add(listener: (...args: Args) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
