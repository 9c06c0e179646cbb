/**
 * Keeps the screen on, where the browser can, also when the tab comes back after being hidden.
 * Returns how to let go of it.
 */
export function holdWakeLock(): () => void {
  if (!("wakeLock" in navigator)) return () => {};
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
}
