"use client";

import { WifiOff } from "@/app/_components/icons";
import { LiveDot } from "@/app/_components/live-dot";
import type { Connection } from "./use-live-numbers";
import { useNow } from "./use-now";
import { timeIn } from "./zoned-words";

type Props = { connection: Connection; changedAt: number | null; asOf: string; timezone: string; nowMs: number };

/** How old what is shown is, and whether it moves by itself. */
export function DataAge({ connection, changedAt, asOf, timezone, nowMs: initialMs }: Props) {
  const nowMs = useNow(initialMs);
  const seconds = changedAt === null ? null : Math.max(0, Math.round((nowMs - changedAt) / 1000));
  const time = timeIn(timezone, new Date(changedAt ?? asOf));
  const when = seconds === null ? "up to date" : seconds < 60 ? `updated ${seconds} s ago` : `last change at ${time}`;
  if (connection === "lost")
    return (
      <p className="inline-flex items-center gap-2 text-meta text-warning">
        <WifiOff aria-hidden className="size-4" strokeWidth={1.75} />
        No connection. As of {time}, trying again.
      </p>
    );
  return (
    <p className="inline-flex items-center gap-2 text-meta text-muted-foreground">
      {connection === "starting" ? `As of ${time}` : <LiveDot />}
      {connection !== "starting" && when}
    </p>
  );
}
