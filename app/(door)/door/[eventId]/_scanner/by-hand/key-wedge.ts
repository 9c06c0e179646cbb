const mostBetweenMs = 60;
const fewestLetters = 8;

/**
 * Tells a hand scanner, which types a whole code within a moment and ends it with Enter, from a person at the keyboard. Give it
 * every key; it answers with the code when one is complete.
 */
export function createKeyWedge() {
  let typed = "";
  let lastMs = Number.NEGATIVE_INFINITY;
  return (key: string, atMs: number): string | null => {
    if (atMs - lastMs > mostBetweenMs) typed = "";
    lastMs = atMs;
    if (key.length === 1) {
      typed += key;
      return null;
    }
    // Shift and its like come between the letters of a code.
    if (key !== "Enter") return null;
    const code = typed;
    typed = "";
    return code.length >= fewestLetters ? code : null;
  };
}
