import { ChildProcess } from "node:child_process";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { endWhenSilent } from "./end-when-silent";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const kill = vi.fn();
  const child = Object.assign(new ChildProcess(), { kill });
  endWhenSilent(child);
  return { child, kill };
}

test("a child that shows life is left alone, also one that has not begun to", () => {
  const { child, kill } = watched();
  vi.advanceTimersByTime(60_000);
  for (let second = 0; second < 60; second++) {
    child.emit("message", "alive");
    vi.advanceTimersByTime(1_000);
  }
  expect(kill).not.toHaveBeenCalled();
});

test("a child that falls silent is killed", () => {
  const { child, kill } = watched();
  child.emit("message", "alive");
  vi.advanceTimersByTime(20_000);
  expect(kill).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(kill).toHaveBeenCalledWith("SIGKILL");
});
