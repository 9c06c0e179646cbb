"use client";

import { useEffect, useRef } from "react";
import { createKeyWedge } from "./key-wedge";

/** Takes what a hand scanner types anywhere on the page for a scan, except into a field. */
export function useKeyWedge(onCode: (code: string) => void): void {
  const latest = useRef(onCode);
  latest.current = onCode;

  useEffect(() => {
    const wedge = createKeyWedge();
    function listen(event: KeyboardEvent): void {
      const isInField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (isInField || event.ctrlKey || event.metaKey || event.altKey) return;
      const code = wedge(event.key, event.timeStamp);
      if (!code) return;
      // Else the scanner's Enter would press whatever has the focus.
      event.preventDefault();
      event.stopPropagation();
      latest.current(code);
    }
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, []);
}
