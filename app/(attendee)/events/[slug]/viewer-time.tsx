"use client";

import { useEffect, useState } from "react";
import { formatWhen } from "@/lib/events/when";

type Props = { startsAt: string; endsAt: string; timezone: string };

/** The same time where the reader is, if that is another; only the browser knows, so it comes after the page. */
export function ViewerTime({ startsAt, endsAt, timezone }: Props) {
  const [viewer, setViewer] = useState<string | null>(null);
  useEffect(() => {
    const span = { startsAt: new Date(startsAt), endsAt: new Date(endsAt), timezone };
    setViewer(formatWhen(span, { viewerTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone }).viewer);
  }, [startsAt, endsAt, timezone]);
  return viewer && <span className="block animate-fade text-sm text-muted-foreground">{viewer} your time</span>;
}
