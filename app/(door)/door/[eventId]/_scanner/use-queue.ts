"use client";

import { useEffect, useRef, useState } from "react";
import type { Outcome } from "./answer";
import { queueOf } from "./queue-of";
import type { QueueState } from "./scan-queue";

/** The state of the event's scan queue; what comes of each scan goes to `onOutcome`. Warns before scans would be lost. */
export function useQueue(eventId: string, onOutcome: (outcome: Outcome) => void): QueueState {
  const [state, setState] = useState<QueueState>({ waiting: 0, isReachable: true, lockOut: null });
  const latest = useRef(onOutcome);
  latest.current = onOutcome;

  useEffect(() => {
    const queue = queueOf(eventId);
    setState(queue.state());
    return queue.listen({ onOutcome: (outcome) => latest.current(outcome), onChange: setState });
  }, [eventId]);

  const hasWaiting = state.waiting > 0;
  useEffect(() => {
    if (!hasWaiting) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [hasWaiting]);

  return state;
}
