// Drawings share one thread: more at once would all be late, and the list's with them.
const mostAtOnce = 16;

type Waiting = { begin: () => void };

const waiting: Waiting[] = [];
let running = 0;

/**
 * Waits until Next may draw one more page for a single request, in the order of asking, and calls
 * `begin` with how to end the turn, which may be done twice. Returns how to stop waiting. Pages for
 * everybody wait for nobody.
 */
export function takeTurn(begin: (end: () => void) => void): () => void {
  const entry = { begin: () => begin(start()) };
  if (running < mostAtOnce) {
    entry.begin();
    return () => {};
  }
  waiting.push(entry);
  return () => {
    const at = waiting.indexOf(entry);
    if (at >= 0) waiting.splice(at, 1);
  };
}

function start(): () => void {
  running += 1;
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    running -= 1;
    waiting.shift()?.begin();
  };
}
