"use client";

import { useEffect } from "react";

const idleMs = 60_000;

/** Rests when nothing was scanned or touched for a minute, to save the battery; `activity` changes with each scan. */
export function useRest(isOn: boolean, activity: unknown, onRest: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each scan starts the minute anew
  useEffect(() => {
    if (!isOn) return;
    let timer = setTimeout(onRest, idleMs);
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(onRest, idleMs);
    };
    window.addEventListener("pointerdown", restart);
    window.addEventListener("keydown", restart);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pointerdown", restart);
      window.removeEventListener("keydown", restart);
    };
  }, [isOn, activity, onRest]);
}
