"use client";

import { useCallback, useEffect, useState } from "react";

/** A text that this browser remembers; the fallback on the server, and where storage is closed. */
export function useRemembered(key: string, fallback: string): [string, (value: string) => void] {
  const [value, setValue] = useState(fallback);
  useEffect(() => setValue(readStored(key) ?? fallback), [key, fallback]);
  const remember = useCallback(
    (next: string) => {
      setValue(next);
      try {
        localStorage.setItem(key, next);
      } catch {
        // A browser that keeps nothing still works until the page closes.
      }
    },
    [key],
  );
  return [value, remember];
}

function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
