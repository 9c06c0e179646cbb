"use client";

import { useCallback, useState } from "react";

const littleBytes = 20 * 1024 * 1024;

/** True when the browser has little room left; `ask` looks, and asks it not to clear what is kept. */
export function useStorageRoom(): { isNearlyFull: boolean; ask: () => void } {
  const [isNearlyFull, setIsNearlyFull] = useState(false);
  const ask = useCallback(() => {
    void navigator.storage?.persist?.().catch(() => {});
    void navigator.storage?.estimate?.().then(
      ({ quota, usage = 0 }) => setIsNearlyFull(quota !== undefined && quota - usage < littleBytes),
      () => {},
    );
  }, []);
  return { isNearlyFull, ask };
}
