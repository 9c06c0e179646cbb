const mostRemembered = 1_000;

/**
 * Tells a mail that the service refuses from a service that refuses mail: who is refused again
 * after another mail was taken is to blame for it, so that no single mail can keep all others from
 * leaving.
 */
export function createOwnFaults() {
  let taken = 0;
  const takenWhenRefused = new Map<string, number>();
  return {
    /** Remembers that a mail was taken. */
    noteTaken: () => {
      taken++;
    },
    /** Remembers that this one was refused, and says whether it is to blame itself. */
    isToBlame: (id: string): boolean => {
      const before = takenWhenRefused.get(id);
      takenWhenRefused.delete(id);
      takenWhenRefused.set(id, taken);
      const [oldest] = takenWhenRefused.keys();
      if (takenWhenRefused.size > mostRemembered && oldest) takenWhenRefused.delete(oldest);
      return before !== undefined && taken > before;
    },
  };
}
