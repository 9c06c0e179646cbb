const running = new Map<string, Promise<unknown>>();
const waiting = new Map<string, Promise<unknown>>();

/**
 * What `read` returns, shared by everybody who asks for the same before it begins: one read of a key runs at a time, and nobody gets
 * what was read before they asked. The value is shared: don't change it.
 */
export function readTogether<T>(key: string, read: () => Promise<T>): Promise<T> {
  const next = waiting.get(key);
  if (next) return next as Promise<T>;
  const before = running.get(key);
  if (!before) return begin(key, read);
  const mine = before.then(ended, ended).then(() => {
    waiting.delete(key);
    return begin(key, read);
  });
  waiting.set(key, mine);
  return mine;
}

function ended(): void {}

function begin<T>(key: string, read: () => Promise<T>): Promise<T> {
  const reading = read();
  running.set(key, reading);
  const forget = () => void running.delete(key);
  reading.then(forget, forget);
  return reading;
}
