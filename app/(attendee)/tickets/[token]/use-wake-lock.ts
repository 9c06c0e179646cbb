"use client";

import { useEffect } from "react";

/** Keeps the screen on while `isWanted`, where the browser can; a tab that was hidden asks again when it is back. */
export function useWakeLock(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const acquire = async () => {
      if (document.visibilityState !== "visible") return;
      // Refused on a low battery, for example: the screen then behaves as usual.
      const acquired = await navigator.wakeLock.request("screen").catch(() => null);
      if (isOver) await acquired?.release();
      else lock = acquired;
    };
    void acquire();
    document.addEventListener("visibilitychange", acquire);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", acquire);
      void lock?.release();
    };
  }, [isWanted]);
}
