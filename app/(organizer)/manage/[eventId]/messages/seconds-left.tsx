"use client";

import { useEffect, useState } from "react";

/** Counts the seconds until a message leaves, from what the server said was left; without scripts it says the time. */
export function SecondsLeft({ leftMs, leavesAt }: { leftMs: number; leavesAt: string }) {
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    const endsAt = performance.now() + leftMs;
    const count = () => setSeconds(Math.max(0, Math.ceil((endsAt - performance.now()) / 1000)));
    count();
    const timer = setInterval(count, 200);
    return () => clearInterval(timer);
  }, [leftMs]);
  if (seconds === null) return <>leaves at {leavesAt}</>;
  if (seconds === 0) return <>is leaving now</>;
  return (
    <>
      leaves in <span className="tabular-nums">{seconds}</span> s
    </>
  );
}
