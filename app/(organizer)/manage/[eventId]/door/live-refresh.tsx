"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { LiveDot } from "@/app/_components/live-dot";

const leastGapMs = 2_000;

/** Shows the page anew when something happens at the door, at most every two seconds, and says that it does. */
export function LiveRefresh({ eventId }: { eventId: string }) {
  const router = useRouter();
  const [isLive, setIsLive] = useState(false);
  useEffect(() => {
    const stream = new EventSource(`/api/checkin/live?eventId=${eventId}`);
    let isFirst = true;
    let next: ReturnType<typeof setTimeout> | undefined;
    stream.addEventListener("change", () => {
      setIsLive(true);
      // The first tells what the page shows already.
      if (!isFirst) next ??= setTimeout(refresh, leastGapMs);
      isFirst = false;
    });
    stream.addEventListener("error", () => setIsLive(false));
    function refresh() {
      next = undefined;
      router.refresh();
    }
    return () => {
      clearTimeout(next);
      stream.close();
    };
  }, [eventId, router]);
  return isLive ? <LiveDot /> : null;
}
