"use client";

import { useEffect, useState } from "react";
import { type Ask, keepAsking } from "./keep-asking";
import { useLiveRegistration } from "./live-registration";
import { serverTime } from "./server-time";

type Props = { eventId: string; opensAt: string };

// Hundreds of open pages don't ask in the same moment; nobody loses by it, since seats go by the order of registering.
const spreadMs = 1_500;

/** Counts down to an instant by the server's clock, then shows what the event is by then; keeps trying while the server is too busy. */
export function OpensIn({ eventId, opensAt }: Props) {
  const { show } = useLiveRegistration();
  const [leftMs, setLeftMs] = useState<number | null>(null);
  useEffect(() => {
    const left = () => Date.parse(opensAt) - serverTime();
    let timer: ReturnType<typeof setTimeout>;
    let stop = () => {};
    let againMs = 5_000;
    const open: Ask = (event) => {
      show(event);
      // What is shown then takes this countdown away; should it not, we look again, and later each time: a server that is slow to draw
      // the page anew would otherwise begin it for ever.
      againMs *= 2;
      return event.status === "published" ? againMs : null;
    };
    const tick = () => {
      setLeftMs(left());
      if (left() > 0) timer = setTimeout(tick, Math.min(left() + 50, 1000));
      else stop = keepAsking(eventId, Math.random() * spreadMs, open);
    };
    tick();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [eventId, opensAt, show]);
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
  if (seconds === 0) return "Opening…";
  if (days > 0) return `${days} d ${hours} h`;
  if (hours > 0) return `${hours} h ${minutes} min`;
  return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
}
