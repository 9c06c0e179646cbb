"use client";

import { useEffect } from "react";

/** Keeps the screen awake while `isOn`, where the browser can; asked for again whenever the page comes back into view. */
export function useWakeLock(isOn: boolean): void {
  useEffect(() => {
    if (!isOn || !("wakeLock" in navigator)) return;
    let sentinel: WakeLockSentinel | undefined;
    let isOver = false;
    async function hold(): Promise<void> {
      if (document.visibilityState !== "visible") return;
      sentinel = await navigator.wakeLock.request("screen").catch(() => undefined);
      if (isOver) void sentinel?.release();
    }
    void hold();
    document.addEventListener("visibilitychange", hold);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", hold);
      void sentinel?.release();
    };
  }, [isOn]);
}
