"use client";

import { useEffect, useState } from "react";
import type { LiveNumbers } from "./live-numbers";

export type Connection = "starting" | "live" | "polling" | "lost";

const pollMs = 10_000;

/**
 * The numbers as they change: by server-sent events, and by asking every 10 seconds while no stream stands (some proxies hold
 * streams back). What is shown stays until something newer arrives.
 */
export function useLiveNumbers(initial: LiveNumbers) {
  const [numbers, setNumbers] = useState(initial);
  const [changedAt, setChangedAt] = useState<number | null>(null);
  const [connection, setConnection] = useState<Connection>("starting");
  const { eventId } = initial;

  useEffect(() => setNumbers(initial), [initial]);

  useEffect(() => {
    let stream: EventSource;
    let isFirst = true;

    function take(next: LiveNumbers) {
      setNumbers(next);
      if (!isFirst) setChangedAt(Date.now());
      isFirst = false;
    }
    function open() {
      stream = new EventSource(`/api/dashboard/live?eventId=${eventId}`);
      stream.onmessage = (message) => {
        take(JSON.parse(message.data));
        setConnection("live");
      };
      stream.onerror = () => setConnection("lost");
    }
    async function poll() {
      if (stream.readyState === EventSource.OPEN && !isFirst) return;
      const answer = await fetch(`/api/dashboard?eventId=${eventId}`).catch(() => null);
      if (stream.readyState === EventSource.CLOSED) open();
      if (!answer?.ok) return setConnection("lost");
      take(await answer.json());
      setConnection("polling");
    }

    open();
    const timer = setInterval(poll, pollMs);
    return () => {
      clearInterval(timer);
      stream.close();
    };
  }, [eventId]);

  return { numbers, changedAt, connection };
}
