"use client";

import { useEffect, useState } from "react";

/** The present instant in milliseconds, moving on every second; starts as the server had it, so that both draw the same. */
export function useNow(initialMs: number): number {
  const [nowMs, setNowMs] = useState(initialMs);
  useEffect(() => {
    setNowMs(Date.now());
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
