// Drawings share one thread: more at once would all be late, and the list's with them.
const mostAtOnce = 16;
// One network leaves turns to others, who then wait for one drawing at most.
const mostOfNetwork = 12;

type Waiting = { begin: () => void };

// By network, in the order of their turns: whoever was served goes to the end.
const waiting = new Map<string, Waiting[]>();
const running = new Map<string, number>();
let runningOfAll = 0;

/**
 * Waits until Next may draw one more page for a single request, and calls `begin` with how to end
 * the turn, which may be done twice. Networks take turns, and the requests of one are in the order
 * of asking: however many one has sent, another's waits for a few. Returns how to stop waiting.
 */
export function takeTurn(network: string, begin: (end: () => void) => void): () => void {
  const entry = { begin: () => begin(start(network)) };
  const line = waiting.get(network) ?? [];
  line.push(entry);
  waiting.set(network, line);
  beginNext();
  return () => {
    const place = line.indexOf(entry);
    if (place >= 0) line.splice(place, 1);
    if (line.length === 0 && waiting.get(network) === line) waiting.delete(network);
  };
}

function start(network: string): () => void {
  runningOfAll += 1;
  running.set(network, (running.get(network) ?? 0) + 1);
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    runningOfAll -= 1;
    const left = (running.get(network) ?? 1) - 1;
    if (left > 0) running.set(network, left);
    else running.delete(network);
    beginNext();
  };
}

function beginNext(): void {
  if (runningOfAll >= mostAtOnce) return;
  for (const [network, line] of waiting) {
    if ((running.get(network) ?? 0) >= mostOfNetwork) continue;
    const next = line.shift();
    waiting.delete(network);
    if (line.length > 0) waiting.set(network, line);
    next?.begin();
    return;
  }
}
