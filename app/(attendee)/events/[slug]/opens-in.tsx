"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

/** Counts down to an instant by the server's clock, then shows the page as it is by then. */
export function OpensIn({ opensAt, serverNow }: { opensAt: string; serverNow: string }) {
  const router = useRouter();
  const [leftMs, setLeftMs] = useState<number | null>(null);
  useEffect(() => {
    const skewMs = Date.parse(serverNow) - Date.now();
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const left = Date.parse(opensAt) - (Date.now() + skewMs);
      setLeftMs(left);
      if (left <= 0) router.refresh();
      else timer = setTimeout(tick, Math.min(left + 50, 1000));
    };
    tick();
    return () => clearTimeout(timer);
  }, [opensAt, serverNow, router]);
  return (
    <p aria-hidden className="mt-4 min-h-10 font-display text-3xl font-semibold text-foreground">
      {leftMs !== null && wordsFor(leftMs)}
    </p>
  );
}

function wordsFor(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  if (days > 0) return `${days} d ${hours} h`;
  if (hours > 0) return `${hours} h ${minutes} min`;
  return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
}
