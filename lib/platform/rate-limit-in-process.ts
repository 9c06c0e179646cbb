import { now } from "./clock";
import type { Limit, LimitState } from "./limits";

type Window = { endsAtMs: number; calls: number };

const maxWindows = 50_000;

// Next compiles each route into a bundle of its own; the windows must still be counted once a process.
const holder = globalThis as typeof globalThis & { turnoutWindows?: Map<string, Window> };

/** A fixed window per key, counted in this process only and bounded in memory. */
export function takeInProcess({ name, calls, windowSeconds }: Limit, key: string, weight = 1): LimitState {
  holder.turnoutWindows ??= new Map();
  const windows = holder.turnoutWindows;
  const atMs = now().getTime();
  const id = `${name}:${windowSeconds}:${key}`;
  let window = windows.get(id);
  if (!window || window.endsAtMs <= atMs) {
    if (windows.size >= maxWindows) dropEnded(windows, atMs);
    window = { endsAtMs: atMs + windowSeconds * 1000, calls: 0 };
    windows.set(id, window);
  }
  window.calls += weight;
  return {
    isAllowed: window.calls <= calls,
    limit: calls,
    remaining: Math.max(0, calls - window.calls),
    resetSeconds: Math.ceil((window.endsAtMs - atMs) / 1000),
  };
}

/** Makes room: the ended windows go, and if none had ended, the oldest tenth. */
function dropEnded(windows: Map<string, Window>, atMs: number): void {
  for (const [id, window] of windows) if (window.endsAtMs <= atMs) windows.delete(id);
  if (windows.size < maxWindows) return;
  const oldest = [...windows.keys()].slice(0, maxWindows / 10);
  for (const id of oldest) windows.delete(id);
}
